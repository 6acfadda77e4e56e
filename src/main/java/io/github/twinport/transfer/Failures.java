// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.FtpException;
import java.util.HashSet;
import java.util.Set;

/** What becomes of rows whose attempts have failed. Guarded by the queue's lock. */
final class Failures {

    /** So often the removal of what a row has left is tried at once; after that it waits for the row to leave the list. */
    private static final int REMOVALS = 3;

    private final Rows rows;
    private final Ledger ledger;
    private final Scheduler scheduler;
    private final OpenLogins logins;
    private final BackOff backOff;
    private final Explainer explainer;
    private final Set<ServerKey> atWork = new HashSet<>();

    Failures(Rows rows, Ledger ledger, Scheduler scheduler, OpenLogins logins, BackOff backOff, Explainer explainer) {
        this.rows = rows;
        this.ledger = ledger;
        this.scheduler = scheduler;
        this.logins = logins;
        this.backOff = backOff;
        this.explainer = explainer;
    }

    /** Takes note that a row is done, so that its server is one that works. */
    void done(Node node) {
        atWork.add(ServerKey.of(node.request()));
    }

    /** Lets a row wait for its next attempt, or fail. */
    void failed(Node node, Throwable failure) {
        ServerKey server = ServerKey.of(node.request());
        if (node.moved() > node.furthest) {
            node.furthest = node.moved();
            node.failures = 0;
        }
        FailureSort sort = isWrongAgain(node, failure)
                ? FailureSort.FINAL
                : FailureSort.of(failure, scheduler.connections(server));
        if (sort == FailureSort.RETRY && isBroken(failure)) {
            scheduler.gone(server);
        }
        boolean loginAgain = failure instanceof FtpException.LoginRefused
                && sort == FailureSort.FINAL
                && logins.refused(node, explainer.explain(node.request(), failure));
        if (loginAgain || Doubt.isRefuted(node, failure)) {
            rows.change(node, Status.WAITING);
            return;
        }
        Explanation explanation = explainer.explain(node.request(), failure);
        boolean again = switch (sort) {
            // That says nothing about the item: it waits until the server's limit has room for it.
            case TOO_MANY -> scheduler.tooMany(server);
            case PERHAPS_TOO_MANY -> {
                scheduler.perhapsTooMany(server);
                yield true;
            }
            case RETRY -> isWorthAnotherAttempt(node, server);
            case FINAL -> false;
        };
        if (!again || sort == FailureSort.RETRY) {
            node.history = node.history.with(explanation.what());
        }
        if (again) {
            rows.change(node, Status.WAITING);
            if (sort == FailureSort.RETRY) {
                scheduler.delay(node, backOff.afterFailures(node.failures));
            }
            return;
        }
        end(node, failure);
        if (node.partial() != null && sort == FailureSort.FINAL) {
            scheduler.remove(node);
        }
    }

    /** Whether a new row has failed because another one has the same target and no rule keeps both. */
    boolean failedForTarget(Node node, Node other) {
        TransferRequest request = node.request();
        boolean fails = SameTargets.isSame(request, other.request())
                && SharedPlace.compares(request.rules().existing());
        if (fails) {
            end(node, new TransferException.SameTarget(source(request), source(other.request())));
        }
        return fails;
    }

    private static String source(TransferRequest request) {
        return switch (request.direction()) {
            case DOWNLOAD -> request.remote().toString();
            case UPLOAD -> request.local().toString();
        };
    }

    /** Lets a row fail for good; what it has left stays. */
    void end(Node node, Throwable failure) {
        node.explanation = explainer.explain(node.request(), failure);
        node.failureKind = FailureKind.of(failure);
        rows.change(node, Status.FAILED);
    }

    private static boolean isBroken(Throwable failure) {
        return failure instanceof FtpException.ConnectionLost || failure instanceof FtpException.Unreachable;
    }

    /** The same wrong length twice running is no chance: a connection that breaks ends elsewhere each time. */
    private static boolean isWrongAgain(Node node, Throwable failure) {
        FtpException.Incomplete before = node.wrong;
        FtpException.Incomplete now =
                failure instanceof FtpException.Incomplete wrong && wrong.expected() >= 0 ? wrong : null;
        node.wrong = now;
        return before != null && now != null && before.expected() == now.expected() && before.moved() == now.moved();
    }

    /** What fails by chance, or while a server is started anew, gets more chances than what has never worked. */
    private boolean isWorthAnotherAttempt(Node node, ServerKey server) {
        node.failures++;
        return node.failures < (atWork.contains(server) ? BackOff.ATTEMPTS_AT_WORK : BackOff.ATTEMPTS);
    }

    /** Takes the end of an attempt to remove what a row has left. */
    void removed(Node node, Outcome outcome) {
        boolean left = outcome instanceof Outcome.Broken broken
                && FailureSort.of(broken.failure(), 0) != FailureSort.FINAL
                && node.wanted == null;
        if (left && ++node.removals < REMOVALS) {
            scheduler.remove(node);
            return;
        }
        node.removals = 0;
        Partial partial = node.partial();
        // What still stands aside is never forgotten.
        if (!left && (partial == null || partial.aside().isEmpty())) {
            node.partial(null);
        }
        if (rows.find(node.id()) == null) {
            if (!left) {
                ledger.superseded(node.id());
            }
            return;
        }
        if (node.status != Status.DONE) {
            rows.moved(node, 0);
        }
        Status wanted = node.wanted;
        node.wanted = null;
        if (wanted != null) {
            rows.change(node, wanted);
        }
    }
}
