// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Selection;
import io.github.twinport.transfer.Journal;
import io.github.twinport.transfer.KnownConnection;
import io.github.twinport.transfer.Logins;
import io.github.twinport.transfer.ParallelTransferQueue;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TargetHolder;
import io.github.twinport.transfer.TargetInUseException;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.transfer.rules.TransferRules;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs transfers in a queue of their own until all are finished or the user interrupts. */
final class Transfers {

    /** So often it is told what is finished. */
    private static final Duration RHYTHM = Duration.ofMillis(50);

    private final Work work;
    private final TransferOptions options;
    private final Selection selection;

    Transfers(Work work, TransferOptions options, Selection selection) {
        this.work = work;
        this.options = options;
        this.selection = selection;
    }

    /** What follows the transfers of a command while nobody else may write to its targets. */
    interface Finish {

        /** Does it; how the command ends, given how the transfers did. */
        ExitCode after(ExitCode transferred) throws IOException;
    }

    /** Runs them; each finished file is told, and the sums in the end. */
    ExitCode run(List<TransferRequest> requests) throws IOException {
        return run(requests, transferred -> transferred);
    }

    /** Runs them, and then what is to be done before anybody else may write there. */
    ExitCode run(List<TransferRequest> requests, Finish finish) throws IOException {
        TransferRules rules = options.rules(work.site());
        List<TransferRequest> wanted = requests.stream()
                .map(request -> request.as(options.type()).withRules(rules))
                .toList();
        Changed changed = new Changed();
        Runnable wake = changed::happened;
        TransferReport report = new TransferReport(work);
        Journal journal = journal(wanted);
        try (ParallelTransferQueue queue = new ParallelTransferQueue(
                options.jobs(),
                work.explainer(),
                SelectedEntries.of(requests, selection, options.mostEntries()),
                journal)) {
            work.takeSession().ifPresent(queue::reuse);
            queue.limitSpeed(options.speed());
            queue.setOrder(options.order());
            queue.setDurable(options.durable());
            queue.onChange(() -> {
                if (isOver(queue.overview())) {
                    changed.happened();
                }
            });
            queue.onFinished(report::finished);
            work.interruption().onRequest(wake);
            queue.start(logins(wanted));
            queue.add(wanted);
            QueueSnapshot end = watch(queue, changed, report);
            report.summary(end, isHeld(end) ? queue.end().refused() : List.of());
            if (work.interruption().isRequested()) {
                throw new InterruptedCommandException();
            }
            ExitCode exit = report.exit(end);
            if (exit == ExitCode.DONE && selection.isEverything()) {
                queue.end().removeLeftovers();
            }
            awaitIdle(queue, changed);
            queue.end().disconnect();
            return finish.after(exit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCommandException();
        } finally {
            work.interruption().forget(wake);
        }
    }

    private Journal journal(List<TransferRequest> wanted) throws IOException {
        try {
            return CommandJournal.open(work.database(), wanted);
        } catch (TargetInUseException e) {
            TargetHolder holder = e.holder();
            throw work.problem(
                    "cli.targetInUse", Long.toString(holder.pid()), holder.command() ? 1 : 0, holder.target());
        }
    }

    private static Logins logins(List<TransferRequest> wanted) {
        return (connection, refusal) -> CompletableFuture.completedStage(wanted.stream()
                .map(TransferRequest::connection)
                .filter(settings -> KnownConnection.of(settings).equals(connection))
                .findFirst());
    }

    /** Only the end wakes it at once: whatever else happens can wait for the next look. */
    private QueueSnapshot watch(TransferQueue queue, Changed changed, TransferReport report)
            throws InterruptedException {
        while (true) {
            QueueSnapshot overview = queue.overview();
            report.take(overview);
            if (isOver(overview) || work.interruption().isRequested()) {
                return overview;
            }
            changed.await(RHYTHM);
        }
    }

    /** Temporary files of what has failed are still being removed. */
    private void awaitIdle(ParallelTransferQueue queue, Changed changed) throws InterruptedException {
        while (!queue.end().isIdle() && !work.interruption().isRequested()) {
            changed.await(RHYTHM);
        }
    }

    /** Nothing moves any more by itself: all is finished, or a full disk here or on the server holds the queue. */
    private static boolean isOver(QueueSnapshot snapshot) {
        QueueSnapshot.Total total = snapshot.total();
        return total.running() == 0 && (isHeld(snapshot) || total.waiting() + total.asking() == 0);
    }

    private static boolean isHeld(QueueSnapshot snapshot) {
        return snapshot.total().paused() || !snapshot.heldServers().isEmpty();
    }
}
