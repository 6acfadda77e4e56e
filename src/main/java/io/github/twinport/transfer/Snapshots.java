// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes what the window sees. Rows that have not changed are the same objects as before, and the whole snapshot is when
 * nothing changed. Guarded by the queue's lock.
 */
final class Snapshots {

    private final Rows rows;
    private final Explainer explainer;
    private @Nullable QueueSnapshot last;

    Snapshots(Rows rows, Explainer explainer) {
        this.rows = rows;
        this.explainer = explainer;
    }

    /** Something has changed since the last snapshot. */
    void changed() {
        last = null;
    }

    QueueSnapshot take(
            Collection<Attempt> running,
            boolean paused,
            @Nullable Explanation held,
            @Nullable QueueNotice notice,
            List<HeldServer> servers) {
        QueueSnapshot snapshot = last;
        if (snapshot != null && running.isEmpty()) {
            return snapshot;
        }
        for (Attempt attempt : running) {
            rows.stale(attempt.node());
        }
        List<TransferItem> items =
                new ArrayList<>(snapshot == null ? 16 : snapshot.items().size());
        for (Node node : rows.top()) {
            rows.forAll(node, each -> items.add(item(each)));
        }
        boolean moving = !running.isEmpty();
        snapshot = new QueueSnapshot(Collections.unmodifiableList(items), total(moving, paused), held, notice, servers);
        last = snapshot;
        return snapshot;
    }

    /** What rows of a folder show: as they stand now where they are in memory, as the journal has them where not. */
    List<TransferItem> items(long id, List<JournalRow> found) {
        Node folder = rows.find(id);
        if (folder == null) {
            return List.of();
        }
        List<TransferItem> items = new ArrayList<>(found.size());
        for (JournalRow row : found) {
            Node node = rows.find(row.id());
            items.add(node != null ? item(node) : item(folder, row));
        }
        return items;
    }

    /** What failed rows show; those of other instances are left out. */
    List<TransferItem> failed(List<JournalRow> found) {
        List<TransferItem> items = new ArrayList<>();
        for (JournalRow row : found) {
            Node node = rows.find(row.id());
            Node folder = rows.find(row.parent());
            if (node != null && node.status == Status.FAILED) {
                items.add(item(node));
            } else if (node == null && folder != null) {
                items.add(item(folder, row));
            }
        }
        return items;
    }

    private static TransferItem item(Node folder, JournalRow row) {
        return new TransferItem(
                row.id(),
                folder.id(),
                JournalRows.inside(folder.request(), row),
                FolderState.of(row),
                row.moved(),
                row.source().size(),
                0,
                0,
                1,
                0);
    }

    private TransferItem item(Node node) {
        TransferItem shown = node.shown;
        if (shown == null) {
            shown = make(node);
            node.shown = shown;
        }
        return shown;
    }

    private TransferItem make(Node node) {
        return make(node, FolderState.of(node, explainer));
    }

    /** What a row shows when a folder does not stand for what it holds. */
    TransferItem own(Node node) {
        return make(node, FolderState.own(node));
    }

    /** What files show for which there was no room, each with why it was refused. */
    List<TransferItem> refused(List<Room.Refused> found) {
        return found.stream()
                .map(refused -> make(
                        refused.node(),
                        new TransferState.Failed(
                                explainer.explain(refused.node().request(), refused.failure()),
                                refused.node().history,
                                FailureKind.of(refused.failure()))))
                .toList();
    }

    private static TransferItem make(Node node, TransferState state) {
        Node parent = node.parent();
        Counts counts = node.counts();
        Attempt attempt = node.attempt;
        Flow flow = node.flow() != null ? node.flow() : attempt == null ? null : attempt.flow();
        boolean running = state instanceof TransferState.Running;
        return new TransferItem(
                node.id(),
                parent == null ? 0 : parent.id(),
                node.request(),
                state,
                node.moved(),
                Rows.size(node),
                counts == null ? 0 : counts.files(Status.DONE) + counts.files(Status.SKIPPED),
                counts == null ? 0 : counts.files(Status.FAILED),
                counts == null ? 1 : counts.files(),
                running && flow != null ? flow.bytesPerSecond() : 0,
                node.priority);
    }

    /** The sums alone. */
    QueueSnapshot.Total total(boolean moving, boolean paused) {
        Counts counts = rows.counts();
        long moved = rows.flow().moved();
        long speed = moving ? rows.flow().bytesPerSecond() : 0;
        long left = Math.max(0, counts.size() - moved);
        return new QueueSnapshot.Total(
                counts.both(Status.WAITING) + counts.both(Status.PAUSED),
                counts.both(Status.RUNNING),
                counts.files(Status.ASKING),
                counts.files(Status.DONE) + counts.files(Status.SKIPPED),
                counts.both(Status.FAILED),
                moved,
                counts.size(),
                speed,
                speed == 0 ? -1 : left * 1000 / speed,
                paused);
    }
}
