// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.HeldServer;
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

    /** Failed rows are read of all folders at once. */
    private static final long ALL_FOLDERS = 0;

    private final TransferQueue queue;
    private final Map<Long, TransferRow> byId = new HashMap<>();
    private final Set<Long> turned = new HashSet<>();
    private final ReadOnlyObjectWrapper<List<TransferRow>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<QueueSnapshot.Total> total = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<Map<TransferView, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<TransferView> view = new ReadOnlyObjectWrapper<>(TransferView.ALL);
    private final ReadOnlyObjectWrapper<@Nullable QueueNotice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<HeldServer>> held = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Explanation> heldReason = new ReadOnlyObjectWrapper<>();
    private final QueueHolds holds;
    private final FolderPages pages;
    private final FolderPages failures;
    private final Map<Long, TransferRow> paged = new HashMap<>();
    private boolean incomplete;
    private List<TransferRow> rows = List.of();
    private boolean allOpen;

    /**
     * A model of a queue that does not hold all its rows in memory; empty until the first {@link #refresh}.
     *
     * @param queue what is shown and commanded
     * @param holds pauses and resumes it as a whole
     * @param fx runs work on the JavaFX thread
     */
    TransfersModel(TransferQueue queue, QueueHolds holds, Executor fx) {
        this.queue = queue;
        this.holds = holds;
        pages = new FolderPages(queue::children, fx, this::publish);
        failures = new FolderPages((all, after, limit) -> queue.failed(after, limit), fx, this::publish);
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

    /** Why the queue has paused itself, null when it did not. */
    ReadOnlyObjectProperty<@Nullable Explanation> heldReason() {
        return heldReason.getReadOnlyProperty();
    }

    /** The servers whose transfers are paused. */
    ReadOnlyObjectProperty<List<HeldServer>> held() {
        return held.getReadOnlyProperty();
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
        reloadPages();
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
            action.perform(queue, holds, items);
        }
    }

    void removeFinished() {
        queue.removeFinished();
    }

    void setPaused(boolean paused) {
        if (paused) {
            holds.pauseAll();
        } else {
            holds.resumeAll();
        }
    }

    void release(HeldServer server) {
        holds.release(server);
    }

    /** Tries everything again that has failed, also what is not in memory. */
    void retryFailed() {
        queue.retryFailed();
    }

    /** Takes over how the queue stands now. */
    public void refresh() {
        QueueSnapshot snapshot = queue.snapshot();
        patch(snapshot.items(), snapshot.total());
        reloadPages();
        total.set(snapshot.total());
        notice.set(snapshot.notice());
        heldReason.set(snapshot.held());
        held.set(snapshot.heldServers());
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
        if (incomplete && view.get() == TransferView.FAILED) {
            failures.reload(ALL_FOLDERS);
        }
    }

    /** A row has come into view. */
    void seen(TransferRow row) {
        if (incomplete) {
            if (view.get() == TransferView.FAILED) {
                failures.seen(ALL_FOLDERS, row.item());
            } else {
                pages.seen(row.item());
            }
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
        List<TransferRow> latest = switch (part) {
            case ALL -> tree();
            case FAILED -> failed();
            case RUNNING, DONE -> only(part);
        };
        if (!isSame(latest, shown.get())) {
            shown.set(latest);
        }
    }

    private List<TransferRow> only(TransferView part) {
        return rows.stream().filter(row -> TransferView.of(row.item()) == part).toList();
    }

    /** What has failed in memory, and what of the rest has been read. */
    private List<TransferRow> failed() {
        List<TransferRow> inMemory = only(TransferView.FAILED);
        return incomplete ? withRead(failures, ALL_FOLDERS, inMemory, TransferView.FAILED) : inMemory;
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
        return withRead(pages, folder.id(), inMemory, TransferView.ALL);
    }

    /** The rows in memory and those that were read, by id, as far as the reading has come. */
    private List<TransferRow> withRead(FolderPages from, long folder, List<TransferRow> inMemory, TransferView part) {
        List<TransferItem> read = from.items(folder);
        long last = read.isEmpty() ? 0 : read.getLast().id();
        boolean whole = from.isWhole(folder);
        Map<Long, TransferRow> all = new TreeMap<>();
        for (TransferItem item : read) {
            TransferRow row = byId.get(item.id());
            TransferRow shownAs = row == null ? unseen(item) : row;
            if (part == TransferView.ALL || TransferView.of(shownAs.item()) == part) {
                all.put(item.id(), shownAs);
            }
        }
        for (TransferRow row : inMemory) {
            if (whole || row.id() <= last) {
                all.put(row.id(), row);
            }
        }
        return List.copyOf(all.values());
    }

    private TransferRow unseen(TransferItem item) {
        TransferRow folder = byId.get(item.parent());
        int depth = folder == null ? 0 : folder.depth() + 1;
        TransferRow row = paged.computeIfAbsent(item.id(), id -> new TransferRow(item, depth));
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
