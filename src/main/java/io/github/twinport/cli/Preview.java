// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.LocalTree;
import io.github.twinport.cli.plan.Plan;
import io.github.twinport.cli.plan.Planner;
import io.github.twinport.cli.plan.Selection;
import io.github.twinport.cli.plan.Tree;
import io.github.twinport.files.RemotePath;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.TransferRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Shows what {@code get} and {@code put} would do. */
final class Preview {

    private final Work work;
    private final TransferOptions options;
    private final Selection selection;

    Preview(Work work, TransferOptions options, Selection selection) {
        this.work = work;
        this.options = options;
        this.selection = selection;
    }

    /** Shows it for all requests, which go the same way. */
    ExitCode show(Remote remote, List<TransferRequest> requests) throws IOException {
        PlanReport report = new PlanReport(work, requests.getFirst().direction());
        boolean problems = false;
        for (TransferRequest request : requests) {
            Plan plan = request.folder() ? folder(remote, request) : file(remote, request);
            report.show(plan, request.folder() ? request.remote().name() : "");
            problems |= !plan.problems().isEmpty();
        }
        report.sums();
        return problems ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }

    private Plan folder(Remote remote, TransferRequest request) throws IOException {
        return planner(request, request.local(), new RemoteTree(remote, request.remote()))
                .plan(false);
    }

    private Plan file(Remote remote, TransferRequest request) throws IOException {
        Path folder = Objects.requireNonNull(request.local().getParent());
        RemotePath there = Objects.requireNonNull(request.remote().parent());
        return planner(request, folder, new RemoteTree(remote, there))
                .planOnly(request.remote().name());
    }

    private Planner planner(TransferRequest request, Path local, Tree there) {
        boolean download = request.direction() == Direction.DOWNLOAD;
        Tree here = new LocalTree(local, download);
        return download
                ? new Planner(there, here, selection, options::decide, options.mostEntries())
                : new Planner(here, there, selection, options::decide, options.mostEntries());
    }
}
