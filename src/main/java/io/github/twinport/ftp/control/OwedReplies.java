// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.Reply;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The commands that wait for replies: first in, first out, but for what was sent beside a command that is under way, which
 * may be answered before it. Used by the lane thread only.
 */
final class OwedReplies {

    private final Deque<PendingReply> owed = new ArrayDeque<>();

    void add(PendingReply pending) {
        owed.add(pending);
    }

    void remove(PendingReply pending) {
        owed.remove(pending);
    }

    boolean isEmpty() {
        return owed.isEmpty();
    }

    /**
     * Gives a reply to the command whose it is.
     *
     * @throws ProtocolViolation when no command has asked for it
     */
    void take(Reply reply) throws ProtocolViolation {
        PendingReply owner = owner(reply);
        if (owner == null) {
            throw new ProtocolViolation("a reply that no command asked for: " + reply);
        }
        owner.take(reply);
        if (owner.isComplete()) {
            owed.remove(owner);
        }
    }

    /** The command to which a reply belongs; null where none has asked for it. */
    @Nullable
    Command commandOf(Reply reply) {
        PendingReply owner = owner(reply);
        return owner == null ? null : owner.command();
    }

    private @Nullable PendingReply owner(Reply reply) {
        for (PendingReply pending : owed) {
            if (pending.isAnsweredAsideBy(reply)) {
                return pending;
            }
        }
        for (PendingReply pending : owed) {
            if (!pending.isAside()) {
                return pending;
            }
        }
        return owed.peek();
    }
}
