// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.settings.Appearance;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.ui.fx.FxThread;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/** Takes the pictures by which the panes are judged, and checks that what they show is there. */
class ExplorerLooksTest extends FxTest {

    private final Messages messages = Messages.forLocale(Locale.ENGLISH);
    private final FakeFiles local = new FakeFiles();
    private final FakeFiles remote = new FakeFiles();
    private final ExplorerModel left = model(Side.LOCAL);
    private final ExplorerModel right = model(Side.REMOTE);

    private ExplorerModel model(Side side) {
        return new ExplorerModel(side, new FxThread(), ForkJoinPool.commonPool(), new Explainer(messages));
    }

    @Test
    void lightAndDark() {
        List<Entry> many = new ArrayList<>();
        for (int i = 1; i <= 100_000; i++) {
            many.add(FakeFiles.file("measurement-" + i + ".csv", i * 977L));
        }
        remote.put("/var/www/shop/data", many.toArray(Entry[]::new));
        local.put(
                "/home/anna/Projects/Shop",
                FakeFiles.folder("assets"),
                FakeFiles.folder("docs"),
                FakeFiles.folder("src"),
                FakeFiles.folder("a_b__c"),
                FakeFiles.file(".gitignore", 112),
                FakeFiles.file("README.md", 4_812),
                FakeFiles.file("backup 2026.tar.gz", 734_003_200),
                FakeFiles.file("index.html", 18_230),
                FakeFiles.file("logo.svg", 2_411),
                FakeFiles.file("übersicht.pdf", 1_284_000),
                FakeFiles.file("photo10.jpg", 3_500_221),
                FakeFiles.file("photo9.jpg", 3_200_001),
                FakeFiles.file("evil\u202Egnp.exe", 666),
                FakeFiles.file("intro.mp4", 88_000_000));
        SplitPane split = showBoth(960, 640);
        runOnFx(() -> {
            left.attach(local, FakeFiles.at("/home/anna/Projects/Shop"));
            right.attach(remote, FakeFiles.at("/var/www/shop/data"));
        });
        waitFor("all rows", () -> right.shownProperty().get().rows().size() == 100_000);
        waitFor("the left side", () -> left.isSettled() && right.isSettled());
        EntryTable table = find(EntryTable.class, "#local-table");
        runOnFx(() -> {
            table.requestFocus();
            table.getSelectionModel().selectIndices(5, 6, 7);
        });
        screenshot("explorer-light");
        choose(Appearance.DARK);
        screenshot("explorer-dark");
        assertThat(onFx(() -> split.getItems().size())).isEqualTo(2);
    }

    @Test
    void placeholdersAndNarrow() {
        local.put("/empty");
        SplitPane split = showBoth(620, 420);
        runOnFx(() -> {
            left.attach(local, FakeFiles.at("/empty"));
            right.attach(remote, FakeFiles.at("/very/long/path/of/folders/that/is/gone"));
        });
        waitFor("the failure", () -> right.stateProperty().get() instanceof PaneState.Failed);
        screenshot("explorer-failed-narrow");
        runOnFx(right::detach);
        screenshot("explorer-detached");
        assertThat(onFx(() -> split.getItems().size())).isEqualTo(2);
    }

    private SplitPane showBoth(double width, double height) {
        return show(
                () -> {
                    PaneContext context = new PaneContext(
                            new FakeDialogs(),
                            messages,
                            new Formats(messages, ZoneId.of("UTC")),
                            new DragHold(),
                            intent -> {});
                    var none = new SimpleObjectProperty<Location>(FakeFiles.at("/"));
                    SplitPane both = new SplitPane(
                            padded(new ExplorerPane(left, none, context)),
                            padded(new ExplorerPane(right, none, context)));
                    return both;
                },
                width,
                height);
    }

    private static StackPane padded(ExplorerPane pane) {
        StackPane box = new StackPane(pane);
        box.setPadding(new Insets(6));
        return box;
    }
}
