// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Makes sorted rows of entries while a listing arrives. Works on the thread that reads the listing and hands out whole
 * snapshots, at most four in a second and never spending most of the time on sorting.
 */
final class RowFeed implements Consumer<List<Entry>> {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

    private final Supplier<RowOrder> order;
    private final LongSupplier nanoTime;
    private final Consumer<List<Row>> snapshots;
    private final List<Row> rows = new ArrayList<>();
    private long next;

    RowFeed(Supplier<RowOrder> order, LongSupplier nanoTime, Consumer<List<Row>> snapshots) {
        this.order = order;
        this.nanoTime = nanoTime;
        this.snapshots = snapshots;
        next = nanoTime.getAsLong() + PAUSE;
    }

    @Override
    public void accept(List<Entry> batch) {
        for (Entry entry : batch) {
            rows.add(Row.of(entry));
        }
        long now = nanoTime.getAsLong();
        if (now - next >= 0) {
            snapshots.accept(sorted(order.get()));
            long spent = nanoTime.getAsLong() - now;
            next = now + Math.max(PAUSE, 4 * spent);
        }
    }

    /** All rows so far. Called on the reading thread, or once it has ended. */
    List<Row> sorted(RowOrder by) {
        return sorted(rows, by);
    }

    static List<Row> sorted(List<Row> rows, RowOrder by) {
        Row[] copy = rows.toArray(Row[]::new);
        Arrays.sort(copy, by.comparator());
        return List.of(copy);
    }
}
