// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.QueueNotice;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.TransferState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the table of transfers shows: the queue's latest snapshot patched into rows that stay the same objects. JavaFX
 * thread only.
 */
public final class TransfersModel {

    private static final QueueSnapshot.Total NOTHING = new QueueSnapshot.Total(0, 0, 0, 0, 0, 0, 0, 0, -1, false);

    private final TransferQueue queue;
    private final Map<Long, TransferRow> byId = new HashMap<>();
    private final Set<Long> turned = new HashSet<>();
    private final ReadOnlyObjectWrapper<List<TransferRow>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<QueueSnapshot.Total> total = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<Map<TransferView, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<TransferView> view = new ReadOnlyObjectWrapper<>(TransferView.ALL);
    private final ReadOnlyObjectWrapper<@Nullable QueueNotice> notice = new ReadOnlyObjectWrapper<>();
    private final FolderPages pages;
    private final Map<Long, TransferRow> paged = new HashMap<>();
    private boolean incomplete;
    private List<TransferRow> rows = List.of();
    private boolean allOpen;

    /**
     * A model of a queue; empty until the first {@link #refresh}.
     *
     * @param queue what is shown and commanded
     */
    public TransfersModel(TransferQueue queue) {
        this(queue, Runnable::run);
    }

    /**
     * A model of a queue that does not hold all its rows in memory; empty until the first {@link #refresh}.
     *
     * @param queue what is shown and commanded
     * @param fx runs work on the JavaFX thread
     */
    TransfersModel(TransferQueue queue, Executor fx) {
        this.queue = queue;
        pages = new FolderPages(queue, fx, this::publish);
    }

    /** The rows of the present view in their order; a new list only when rows came, went or moved. */
    ReadOnlyObjectProperty<List<TransferRow>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The sums over all files. */
    ReadOnlyObjectProperty<QueueSnapshot.Total> total() {
        return total.getReadOnlyProperty();
    }

    /** What the user should know about the whole queue, null for nothing. */
    ReadOnlyObjectProperty<@Nullable QueueNotice> notice() {
        return notice.getReadOnlyProperty();
    }

    /** How many items each view holds; files only for {@link TransferView#ALL}. */
    ReadOnlyObjectProperty<Map<TransferView, Integer>> counts() {
        return counts.getReadOnlyProperty();
    }

    /** Which part of the queue is shown. */
    ReadOnlyObjectProperty<TransferView> view() {
        return view.getReadOnlyProperty();
    }

    void setView(TransferView part) {
        view.set(part);
        publish();
    }

    /** Opens all folders, also those to come, or closes them. */
    void setAllOpen(boolean open) {
        allOpen = open;
        turned.clear();
        reloadPages();
        publish();
    }

    boolean isOpen(TransferRow folder) {
        return allOpen != turned.contains(folder.id());
    }

    /** Opens a closed folder and closes an open one. */
    void turn(TransferRow folder) {
        if (!turned.remove(folder.id())) {
            turned.add(folder.id());
        }
        reloadPages();
        publish();
    }

    /** Whether an action means anything to at least one of the rows. */
    static boolean canPerform(TransferAction action, Collection<TransferRow> selected) {
        return selected.stream().anyMatch(row -> action.appliesTo(row.item()));
    }

    /** Does it with those rows it means anything to. */
    void perform(TransferAction action, Collection<TransferRow> selected) {
        List<Long> items = selected.stream()
                .filter(row -> action.appliesTo(row.item()))
                .map(TransferRow::id)
                .toList();
        if (!items.isEmpty()) {
            action.perform(queue, items);
        }
    }

    void removeFinished() {
        queue.removeFinished();
    }

    void setPaused(boolean paused) {
        if (paused) {
            queue.pauseAll();
        } else {
            queue.resumeAll();
        }
    }

    /** Takes over how the queue stands now. */
    public void refresh() {
        QueueSnapshot snapshot = queue.snapshot();
        patch(snapshot.items(), snapshot.total());
        reloadPages();
        total.set(snapshot.total());
        notice.set(snapshot.notice());
        publish();
    }

    private void patch(List<TransferItem> items, QueueSnapshot.Total sum) {
        List<TransferRow> latest = new ArrayList<>(items.size());
        Map<TransferView, Integer> sums = new EnumMap<>(TransferView.class);
        for (TransferItem item : items) {
            TransferRow row = known(item, latest.size());
            if (row == null) {
                TransferRow parent = byId.get(item.parent());
                row = new TransferRow(item, parent == null ? 0 : parent.depth() + 1);
                byId.put(item.id(), row);
            } else {
                row.update(item);
            }
            latest.add(row);
            TransferView of = TransferView.of(item);
            if (of != TransferView.ALL) {
                sums.merge(of, 1, Integer::sum);
            }
            if (!item.request().folder()) {
                sums.merge(TransferView.ALL, 1, Integer::sum);
            }
        }
        rows = latest;
        addUnseen(sums, sum);
        counts.set(sums);
        forgetGone();
    }

    /** Counts the finished and failed files that the snapshot has no rows of. */
    private void addUnseen(Map<TransferView, Integer> sums, QueueSnapshot.Total sum) {
        int seen = 0;
        int all = 0;
        for (TransferRow row : rows) {
            TransferItem item = row.item();
            boolean done = item.state() instanceof TransferState.Done || item.state() instanceof TransferState.Skipped;
            seen += done && !row.isFolder() ? 1 : 0;
            all += item.parent() == 0 ? item.files() : 0;
        }
        int files = sums.getOrDefault(TransferView.ALL, 0);
        incomplete = all > files;
        if (incomplete) {
            sums.put(TransferView.ALL, all);
            sums.merge(TransferView.DONE, Math.max(0, sum.done() - seen), Integer::sum);
            sums.merge(TransferView.FAILED, sum.failed(), Math::max);
        }
    }

    private void reloadPages() {
        Set<Long> open = new HashSet<>();
        for (TransferRow row : incomplete ? rows : List.<TransferRow>of()) {
            if (row.isFolder() && isOpen(row)) {
                open.add(row.id());
                pages.reload(row.id());
            }
        }
        pages.retain(open);
    }

    /** A row has come into view. */
    void seen(TransferRow row) {
        if (incomplete) {
            pages.seen(row.item());
        }
    }

    private @Nullable TransferRow known(TransferItem item, int place) {
        // Nearly always nothing moved: no need to look 100,000 ids up.
        if (place < rows.size() && rows.get(place).id() == item.id()) {
            return rows.get(place);
        }
        return byId.get(item.id());
    }

    private void forgetGone() {
        if (!incomplete) {
            paged.clear();
        }
        if (byId.size() > rows.size()) {
            Set<Long> present = new HashSet<>();
            rows.forEach(row -> present.add(row.id()));
            byId.keySet().retainAll(present);
            turned.retainAll(present);
        }
    }

    private void publish() {
        TransferView part = view.get();
        List<TransferRow> latest = part == TransferView.ALL
                ? tree()
                : rows.stream()
                        .filter(row -> TransferView.of(row.item()) == part)
                        .toList();
        if (!isSame(latest, shown.get())) {
            shown.set(latest);
        }
    }

    private List<TransferRow> tree() {
        Map<Long, List<TransferRow>> inside = new HashMap<>();
        for (TransferRow row : rows) {
            TransferRow parent = byId.get(row.item().parent());
            if (parent == null || isOpen(parent)) {
                inside.computeIfAbsent(parent == null ? 0L : parent.id(), id -> new ArrayList<>())
                        .add(row);
            }
        }
        List<TransferRow> tree = new ArrayList<>();
        Deque<TransferRow> left = new ArrayDeque<>(inside.getOrDefault(0L, List.of()));
        while (!left.isEmpty()) {
            TransferRow row = left.pop();
            tree.add(row);
            List<TransferRow> below = row.isFolder() ? below(row, inside) : List.of();
            below.reversed().forEach(left::push);
        }
        return tree;
    }

    private List<TransferRow> below(TransferRow folder, Map<Long, List<TransferRow>> inside) {
        List<TransferRow> inMemory = inside.getOrDefault(folder.id(), List.of());
        if (!incomplete || !isOpen(folder)) {
            return inMemory;
        }
        List<TransferItem> read = pages.items(folder.id());
        long last = read.isEmpty() ? 0 : read.getLast().id();
        boolean whole = pages.isWhole(folder.id());
        Map<Long, TransferRow> below = new TreeMap<>();
        for (TransferItem item : read) {
            TransferRow row = byId.get(item.id());
            below.put(item.id(), row == null ? unseen(folder, item) : row);
        }
        for (TransferRow row : inMemory) {
            if (whole || row.id() <= last) {
                below.put(row.id(), row);
            }
        }
        return List.copyOf(below.values());
    }

    private TransferRow unseen(TransferRow folder, TransferItem item) {
        TransferRow row = paged.computeIfAbsent(item.id(), id -> new TransferRow(item, folder.depth() + 1));
        row.update(item);
        return row;
    }

    private static boolean isSame(List<TransferRow> one, List<TransferRow> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }
}
