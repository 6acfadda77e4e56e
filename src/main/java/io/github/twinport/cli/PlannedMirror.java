// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.LocalTree;
import io.github.twinport.cli.plan.Plan;
import io.github.twinport.cli.plan.Planner;
import io.github.twinport.cli.plan.Selection;
import io.github.twinport.cli.plan.Step;
import io.github.twinport.cli.plan.Tree;
import io.github.twinport.files.EntryName;
import io.github.twinport.transfer.TransferRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of {@code mirror} before and after the transfers: plan, consent, links and deletions. */
final class PlannedMirror {

    private final Work work;
    private final TransferRequest request;
    private final TransferOptions options;
    private final Selection selection;
    private final DeleteOptions deleting;
    private @Nullable Plan plan;

    PlannedMirror(
            Work work, TransferRequest request, TransferOptions options, Selection selection, DeleteOptions deleting) {
        this.work = work;
        this.request = request;
        this.options = options;
        this.selection = selection;
        this.deleting = deleting;
    }

    /**
     * Compares both sides, shows what will be done and asks before anything is deleted.
     *
     * @return how the command ends at once, null when it is to go on
     */
    @Nullable
    ExitCode plan(Remote remote) throws IOException {
        Plan made = planned(remote, deleting.delete());
        plan = made;
        PlanReport report = new PlanReport(work, request.direction());
        report.show(made, "");
        report.sums();
        if (options.dryRun()) {
            return made.problems().isEmpty() ? ExitCode.DONE : ExitCode.SOME_FAILED;
        }
        if (made.steps(Step.Action.DELETE).isEmpty() || !made.problems().isEmpty()) {
            return null;
        }
        return consent(made);
    }

    /** Makes the links and deletes, unless something has gone wrong before. */
    ExitCode finish(ExitCode transferred) throws IOException {
        Plan done = plan;
        if (done == null) {
            return transferred;
        }
        ExitCode code = done.problems().isEmpty() ? transferred : ExitCode.SOME_FAILED;
        if (!new LinkCopies(here(), work).make(done.steps(Step.Action.LINK))) {
            code = ExitCode.SOME_FAILED;
        }
        List<Step> deletions = done.steps(Step.Action.DELETE);
        if (deletions.isEmpty()) {
            return code;
        }
        if (code != ExitCode.DONE) {
            work.print(new Event.Problem(code, work.explain(work.problem("cli.nothingDeleted"))));
            return code;
        }
        try (Remote remote = new Remote(request.connection(), settings -> settings, work.interruption())) {
            return delete(deletions, remote) ? ExitCode.DONE : ExitCode.SOME_FAILED;
        }
    }

    private boolean delete(List<Step> deletions, Remote remote) throws IOException {
        // The transfers may have taken hours, in which others may have changed either side.
        Plan now = planned(remote, true);
        List<Step> confirmed = now.problems().isEmpty() ? now.confirmed(deletions) : List.of();
        boolean all = confirmed.size() == deletions.size();
        if (!all) {
            work.print(new Event.Problem(
                    ExitCode.SOME_FAILED,
                    work.explain(work.problem("cli.changedMeanwhile", deletions.size() - confirmed.size()))));
        }
        Deletion deletion = switch (request.direction()) {
            case DOWNLOAD -> new LocalDeletion(here(), work);
            case UPLOAD -> new RemoteDeletion(remote, request.remote(), work);
        };
        return deletion.run(confirmed) && all;
    }

    private Plan planned(Remote remote, boolean withDeletions) throws IOException {
        Plan made = planner(remote).plan(withDeletions);
        return switch (request.direction()) {
            case DOWNLOAD -> new AbsenceCheck(remote, request.remote()).check(made);
            case UPLOAD -> made;
        };
    }

    private Planner planner(Remote remote) {
        Tree there = new RemoteTree(remote, request.remote());
        return switch (request.direction()) {
            case DOWNLOAD -> new Planner(there, here(), selection, options::decide, options.mostEntries());
            case UPLOAD -> new Planner(here(), there, selection, options::decide, options.mostEntries());
        };
    }

    private LocalTree here() {
        return switch (request.direction()) {
            case DOWNLOAD -> new LocalTree(request.local(), true);
            case UPLOAD -> new LocalTree(request.local(), false);
        };
    }

    private @Nullable ExitCode consent(Plan made) throws IOException {
        if (made.isDeletingEverything() && !deleting.everything()) {
            throw work.problem("cli.deletesEverything", EntryName.escaped(target()));
        }
        boolean unusual = made.exceeds(deleting.limit(work.messages()));
        String target = EntryName.escaped(target());
        if (deleting.yes()) {
            if (unusual) {
                throw work.problem("cli.deletesMany", made.deletions(), made.targetSeen(), target);
            }
            return null;
        }
        if (isConfirmed("cli.confirmDelete", made.deletions(), target)
                && (!unusual || isConfirmed("cli.confirmMany", made.deletions(), made.targetSeen(), target))) {
            return null;
        }
        work.print(new Event.Problem(ExitCode.SOME_FAILED, work.explain(work.problem("cli.declined"))));
        return ExitCode.SOME_FAILED;
    }

    private boolean isConfirmed(String question, Object... arguments) throws IOException {
        String asked = work.messages().text(question, arguments);
        String answer = work.prompts().line(asked).orElse("").strip().toLowerCase(Locale.ROOT);
        return List.of(work.messages().text("cli.yes").split(" ", -1)).contains(answer);
    }

    private String target() {
        return switch (request.direction()) {
            case DOWNLOAD -> request.local().toString();
            case UPLOAD -> request.remote().toString();
        };
    }
}
