// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what the user asks for into the queue. Guarded by the queue's lock. */
final class Additions {

    private final Rows rows;
    private final Leftovers leftovers;
    private final Failures failures;
    private final HeldServers servers;

    Additions(Rows rows, Leftovers leftovers, Failures failures, HeldServers servers) {
        this.rows = rows;
        this.leftovers = leftovers;
        this.failures = failures;
        this.servers = servers;
    }

    /** Appends requests; one that is in the queue already and not finished is not added again. */
    void add(List<TransferRequest> requests) {
        SameTargets targets = new SameTargets(rows.top());
        for (TransferRequest request : requests) {
            Node same = rows.same(request);
            if (same == null || FolderState.isFinished(same)) {
                add(request, targets);
            }
        }
        rows.order();
    }

    private void add(TransferRequest request, SameTargets targets) {
        @Nullable Node other = targets.other(request);
        Node added = rows.add(null, request, Source.of(request), other == null ? Target.UNKNOWN : Target.SHARED);
        leftovers.claim(added);
        if (other != null && failures.failedForTarget(added, other)) {
            return;
        }
        targets.add(added);
        if (other != null) {
            rows.share(other);
        }
        if (servers.isHeld(request)) {
            rows.change(added, Status.PAUSED);
        }
    }
}
