// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs of a command have left of files. A command looks at both sides anew each time; only where it comes to
 * such a file again does it go on with what is there of it. Guarded by the queue's lock.
 */
final class Leftovers {

    /** A file is recognised by its source and the folder into which it goes: its last name there may have been a free one. */
    private record Key(
            ServerKey server,
            Direction direction,
            Object source,
            @Nullable Object folder) {

        static Key of(TransferRequest request) {
            return of(ServerKey.of(request), request.direction(), request.local(), request.remote());
        }

        static Key of(Leftover leftover) {
            KnownConnection connection = leftover.job().connection();
            return of(
                    new ServerKey(connection.server(), connection.user()),
                    leftover.job().direction(),
                    leftover.local(),
                    leftover.remote());
        }

        private static Key of(ServerKey server, Direction direction, Path local, RemotePath remote) {
            return switch (direction) {
                case DOWNLOAD -> new Key(server, direction, remote, local.getParent());
                case UPLOAD -> new Key(server, direction, local, remote.parent());
            };
        }
    }

    private final Rows rows;
    private final Ledger ledger;
    private final List<JournalJob> ended = new ArrayList<>();
    private final Map<Key, Leftover> left = new HashMap<>();

    Leftovers(Rows rows, Ledger ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    /**
     * Takes note of what is left.
     *
     * @param jobs what the ended commands were asked for, the last one at the end
     */
    void add(List<JournalJob> jobs, List<Leftover> found) {
        ended.addAll(jobs);
        found.forEach(leftover -> left.put(Key.of(leftover), leftover));
    }

    /**
     * Takes all temporary files that nothing has claimed: those of files that the source does not have any more. What was
     * written under its last name, or has set another file aside, is not removed unasked.
     *
     * @return rows that are in no list, each with what is to be removed
     */
    List<Node> takeUnclaimed() {
        List<Node> unclaimed = new ArrayList<>();
        for (Leftover leftover : left.values()) {
            boolean plain = leftover.partial().aside().isEmpty() && !leftover.isInPlace();
            rows.top().stream()
                    .filter(top -> plain)
                    .map(Node::request)
                    .filter(leftover.job()::isFor)
                    .findFirst()
                    .ifPresent(asked -> unclaimed.add(node(leftover, asked)));
        }
        left.clear();
        return unclaimed;
    }

    private static Node node(Leftover leftover, TransferRequest asked) {
        TransferRequest request =
                asked.withPlaces(leftover.local(), leftover.remote()).asFile();
        Node node = new Node(leftover.row(), null, request, Source.of(request), Target.UNKNOWN, null);
        node.status = Status.CANCELLED;
        node.partial(leftover.partial());
        return node;
    }

    /** Whether something is left of the file that a request is for. */
    boolean has(TransferRequest request) {
        return !left.isEmpty() && left.containsKey(Key.of(request));
    }

    /** Gives a new row what is left of its file, if anything is; what the user asked for goes on with its names. */
    void claim(Node node) {
        if (node.parent() == null) {
            ended.stream().filter(job -> job.isFor(node.request())).forEach(job -> node.seed = job.seed());
        }
        Leftover leftover = left.isEmpty() || node.isFolder() ? null : left.remove(Key.of(node.request()));
        if (leftover == null) {
            return;
        }
        node.partial(leftover.partial());
        node.doubtful = true;
        rows.moved(node, leftover.moved());
        ledger.superseded(leftover.row());
    }
}
