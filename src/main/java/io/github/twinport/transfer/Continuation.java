// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.client.ConnectionSettings;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the unfinished work of an earlier run into the queue. Guarded by the queue's lock. */
final class Continuation {

    private final Rows rows;
    private final Portions portions;
    private final Scheduler scheduler;
    private final OpenLogins logins;
    private final Ledger ledger;

    Continuation(Rows rows, Portions portions, Scheduler scheduler, OpenLogins logins, Ledger ledger) {
        this.rows = rows;
        this.portions = portions;
        this.scheduler = scheduler;
        this.logins = logins;
        this.ledger = ledger;
    }

    /** Takes everything; what is in the queue already is not added again. */
    QueueNotice.Continued take(JournalJobs found) {
        rows.continueAt(found.nextId());
        int before = unfinished();
        Map<Long, JournalJob> jobs = new HashMap<>();
        found.jobs().forEach(job -> jobs.put(job.id(), job));
        Map<KnownConnection, ConnectionSettings> settings = new HashMap<>();
        Map<Long, Node> nodes = new HashMap<>();
        for (JournalRow row : found.rows()) {
            JournalJob job = jobs.get(row.id());
            Node parent = nodes.get(row.parent());
            Node node = null;
            if (job != null) {
                node = top(job, row, settings.computeIfAbsent(job.connection(), KnownConnection::locked));
            } else if (parent != null) {
                TransferRequest request = JournalRows.inside(parent.request(), row);
                node = rows.insert(
                        row.id(), parent, request, row.source(), row.target().later(false));
            }
            if (node != null) {
                nodes.put(row.id(), node);
                restore(node, row);
            }
        }
        SameTargets.markOverlaps(rows.top());
        found.sums().forEach(sum -> count(nodes.get(sum.parent()), sum));
        Set<Node> exposed =
                nodes.values().stream().filter(Node::isExposed).map(Node::top).collect(Collectors.toSet());
        rows.reorder(rows.top().stream()
                .sorted(Comparator.comparingInt((Node node) -> exposed.contains(node) ? 0 : 1)
                        .thenComparingLong(node -> node.place))
                .toList());
        return new QueueNotice.Continued(Math.max(0, unfinished() - before - found.running()), found.running());
    }

    private @Nullable Node top(JournalJob job, JournalRow row, ConnectionSettings settings) {
        TransferRequest asked = JournalRows.asked(job, row, settings);
        Node same = rows.same(asked);
        if (same != null && !FolderState.isFinished(same)) {
            ledger.removed(job.id());
            return null;
        }
        Node top = rows.insert(job.id(), null, asked, row.source(), row.target().later(false));
        top.request(JournalRows.renamed(asked, row));
        top.place = job.place();
        top.seed = job.seed();
        top.jobKept = true;
        rows.rank(top, job.priority());
        logins.lock(top, job.connection());
        return top;
    }

    private void restore(Node node, JournalRow row) {
        node.status = row.status();
        node.rule(row.rule());
        node.partial(row.partial());
        node.written = row.partial();
        node.safe = row.partial();
        node.history = row.history();
        node.doubtful = true;
        node.listedBefore = true;
        if (row.status() == Status.FAILED) {
            node.explanation = new Explanation(row.what(), row.advice());
        } else {
            node.reason = row.what();
        }
        rows.forAbove(node, sum -> sum.count(node.isFolder(), node.status, 1));
        if (!node.isFolder()) {
            rows.addSize(node, Math.max(0, row.source().size()));
            rows.parentFlow(node.parent()).correct(row.moved());
            node.moved(row.moved());
        }
        rows.startable(node, node.status == Status.WAITING);
        if (node.status == Status.CANCELLED && node.partial() != null) {
            scheduler.remove(node);
        }
    }

    private void count(@Nullable Node folder, JournalJobs.Sum sum) {
        Outside outside = folder == null ? null : folder.outside();
        if (folder == null || outside == null) {
            return;
        }
        portions.count(folder, outside, sum.status(), sum.files());
        rows.forAbove(folder, counts -> counts.count(false, sum.status(), sum.files()));
        rows.addSize(folder, sum.size());
        Flow flow = folder.flow();
        if (flow != null) {
            flow.correct(sum.moved());
        }
    }

    private int unfinished() {
        return rows.counts().both(Status.WAITING) + rows.counts().both(Status.PAUSED);
    }
}
