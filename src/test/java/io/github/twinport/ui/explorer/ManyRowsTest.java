// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.ui.explorer.RowOrder.Column;
import io.github.twinport.ui.fx.FxThread;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A folder of 100,000 files: the JavaFX thread is never busy for long. */
class ManyRowsTest extends FxTest {

    private static final int MANY = 100_000;

    /** Generous: a loaded machine runs these in a tenth of it, the traps that they guard against take 4 to 20 s. */
    private static final long LIMIT_MILLIS = 2_500;

    private final Messages messages = Messages.forLocale(Locale.ENGLISH);
    private final FakeFiles files = new FakeFiles();
    private ExplorerModel model;
    private EntryTable table;

    @BeforeEach
    void open() {
        List<Entry> entries = new ArrayList<>(IntStream.range(0, MANY)
                .mapToObj(i -> FakeFiles.file("Datei " + i + ".txt", i))
                .toList());
        Collections.shuffle(entries, new Random(1));
        files.put("/many", entries.toArray(Entry[]::new)).put("/");
        model = new ExplorerModel(Side.LOCAL, new FxThread(), ForkJoinPool.commonPool(), new Explainer(messages));
        table = show(() -> new EntryTable(model, messages, new Formats(messages, ZoneId.of("UTC"))));
        runOnFx(() -> model.attach(files, FakeFiles.at("/many")));
        waitFor("all rows", () -> model.isSettled());
    }

    @Test
    void selectingAllLeavingAndReturningIsQuick() {
        assertThat(busy("select all", table::selectAllRows)).isLessThan(LIMIT_MILLIS);
        assertThat(onFx(() -> model.selectionProperty().get())).hasSize(MANY);
        assertThat(onFx(() -> table.getSelectionModel().getSelectedIndices().size()))
                .isZero();
        assertThat(busy("sort with all selected", () -> model.sortBy(new RowOrder(Column.SIZE, false))))
                .isLessThan(LIMIT_MILLIS);
        waitFor("the order", () -> table.getItems().getFirst().entry().size() == MANY - 1);
        assertThat(onFx(() -> model.selectionProperty().get())).hasSize(MANY);
        assertThat(busy("select one", () -> table.selectOnly(50_000))).isLessThan(LIMIT_MILLIS);
        assertThat(onFx(() -> model.selectionProperty().get())).hasSize(1);
        assertThat(busy("leave", () -> model.goTo(FakeFiles.at("/")))).isLessThan(LIMIT_MILLIS);
        waitFor("the other folder", () -> model.isSettled() && table.getItems().isEmpty());
    }

    @Test
    void sortingAndFilteringIsQuick() {
        long start = System.nanoTime();
        List<Row> sorted = RowFeed.sorted(onFx(() -> List.copyOf(table.getItems())), new RowOrder(Column.NAME, false));
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(sorted.getFirst().name()).isEqualTo("Datei 99999.txt");
        assertThat(millis).isLessThan(LIMIT_MILLIS);
        System.getLogger("measure").log(System.Logger.Level.INFO, "sort off the FX thread: {0} ms", millis);
        assertThat(busy("filter", () -> model.filterProperty().set("999"))).isLessThan(LIMIT_MILLIS);
        assertThat(onFx(() -> table.getItems().size())).isLessThan(1_000);
        assertThat(busy("setAll", () -> model.filterProperty().set(""))).isLessThan(LIMIT_MILLIS);
        assertThat(onFx(() -> table.getItems())).hasSize(MANY);
    }

    private static long busy(String what, Runnable work) {
        long millis = onFx(() -> {
            long start = System.nanoTime();
            work.run();
            return (System.nanoTime() - start) / 1_000_000;
        });
        System.getLogger("measure").log(System.Logger.Level.INFO, "{0}: {1} ms", what, millis);
        return millis;
    }
}
