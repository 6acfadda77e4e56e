// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import static io.github.twinport.ui.explorer.FakeFiles.at;
import static io.github.twinport.ui.explorer.FakeFiles.file;
import static io.github.twinport.ui.explorer.FakeFiles.folder;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.ui.explorer.RowOrder.Column;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplorerModelTest {

    private final FakeFiles files = new FakeFiles()
            .put("/", folder("b"), file("a10", 5), file("a2", 50), folder("a"))
            .put("/a", file("x", 1))
            .put("/b");
    private final ExplorerModel model = new ExplorerModel(
            Side.REMOTE, Runnable::run, Runnable::run, new Explainer(Messages.forLocale(Locale.ENGLISH)));

    @Test
    void showsNothingBeforeItHasASide() {
        assertThat(model.stateProperty().get()).isEqualTo(new PaneState.Detached());
        model.refresh();
        model.up();
        assertThat(names()).isEmpty();
    }

    @Test
    void showsFoldersFirstInNaturalOrder() {
        model.attach(files, null);
        assertThat(names()).containsExactly("a", "b", "a2", "a10");
        assertThat(model.stateProperty().get()).isEqualTo(new PaneState.Ready());
        assertThat(model.isSettled()).isTrue();
    }

    @Test
    void sortsByOtherColumns() {
        model.attach(files, null);
        model.sortBy(new RowOrder(Column.SIZE, true));
        assertThat(names()).containsExactly("a", "b", "a10", "a2");
        model.sortBy(new RowOrder(Column.NAME, false));
        assertThat(names()).containsExactly("b", "a", "a10", "a2");
    }

    @Test
    void goesUpToTheFolderItCameFrom() {
        model.attach(files, at("/a"));
        model.up();
        assertThat(model.locationProperty().get()).isEqualTo(at("/"));
        assertThat(model.shownProperty().get().focus()).isEqualTo("a");
    }

    @Test
    void remembersWhereItWas() {
        model.attach(files, null);
        model.goTo(at("/a"));
        model.goTo(at("/b"));
        model.back();
        assertThat(model.locationProperty().get()).isEqualTo(at("/a"));
        model.back();
        assertThat(model.canGoBack()).isFalse();
        model.forward();
        model.forward();
        assertThat(model.locationProperty().get()).isEqualTo(at("/b"));
        assertThat(model.canGoForward()).isFalse();
    }

    @Test
    void onlyTheLastFolderAskedForIsShown() {
        model.attach(files, null);
        files.slow = true;
        model.goTo(at("/a"));
        model.goTo(at("/b"));
        FakeFiles.Pending first = files.pending.get(0);
        FakeFiles.Pending second = files.pending.get(1);
        assertThat(first.result()).isCancelled();
        second.answer(List.of(file("of b", 1)));
        first.batches().accept(List.of(file("of a", 1)));
        assertThat(names()).containsExactly("of b");
    }

    @Test
    void stoppingShowsWhatWasThere() {
        model.attach(files, null);
        files.slow = true;
        model.goTo(at("/a"));
        assertThat(model.isSettled()).isFalse();
        model.stop();
        assertThat(files.pending.getFirst().result()).isCancelled();
        assertThat(model.locationProperty().get()).isEqualTo(at("/"));
        assertThat(names()).hasSize(4);
        assertThat(model.isSettled()).isTrue();
    }

    @Test
    void aFolderThatCannotBeReadIsExplained() {
        model.attach(files, at("/gone"));
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(PaneState.Failed.class, failed -> {
            assertThat(failed.why().what()).contains("/gone");
            assertThat(failed.why().advice()).isNotBlank();
        });
        files.put("/gone", file("back", 1));
        model.refresh();
        assertThat(names()).containsExactly("back");
    }

    @Test
    void filtersByTextAndByPattern() {
        model.attach(files, null);
        model.filterProperty().set("A1");
        assertThat(names()).containsExactly("a10");
        model.filterProperty().set("a?");
        assertThat(names()).containsExactly("a2");
        assertThat(model.shownProperty().get().total()).isEqualTo(4);
        model.goTo(at("/a"));
        assertThat(model.filterProperty().get()).isEmpty();
        assertThat(names()).containsExactly("x");
    }

    @Test
    void showsWhatItChanged() {
        model.attach(files, null);
        model.makeFolder("new");
        assertThat(model.shownProperty().get().focus()).isEqualTo("new");
        model.rename(file("a2", 50), "a3");
        assertThat(names()).contains("a3").doesNotContain("a2");
        model.delete(List.of(folder("b")));
        assertThat(files.done).containsExactly("make /new", "rename /a2 a3", "delete b");
        assertThat(names()).doesNotContain("b");
    }

    @Test
    void tellsWhyAChangeFailed() {
        model.attach(files, null);
        files.refusal = new AccessDeniedException("/new");
        model.makeFolder("new");
        assertThat(model.failureProperty().get().what()).contains("/new");
        assertThat(names()).hasSize(4);
    }

    @Test
    void detachingForgetsEverything() {
        model.attach(files, null);
        model.goTo(at("/a"));
        model.detach();
        assertThat(names()).isEmpty();
        assertThat(model.canGoBack()).isFalse();
        assertThat(model.locationProperty().get()).isNull();
    }

    private List<String> names() {
        return model.shownProperty().get().rows().stream()
                .map(row -> row.entry().name())
                .toList();
    }
}
