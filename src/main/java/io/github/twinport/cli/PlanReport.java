// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.IncompleteListingException;
import io.github.twinport.cli.plan.Plan;
import io.github.twinport.cli.plan.Step;
import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryName;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.Explanation;
import java.util.EnumMap;
import java.util.Map;

/** Tells what plans will do, and their sums. Belongs to the command's thread. */
final class PlanReport {

    private final Work work;
    private final Direction direction;
    private final Map<Step.Action, Integer> counts = new EnumMap<>(Step.Action.class);
    private int kept;
    private long bytes;
    private long deletedBytes;

    PlanReport(Work work, Direction direction) {
        this.work = work;
        this.direction = direction;
    }

    /**
     * Tells each step.
     *
     * @param prefix what stands before the paths, so that several plans can be told apart; may be empty
     */
    void show(Plan plan, String prefix) {
        for (Step step : plan.steps()) {
            counts.merge(step.action(), 1, Integer::sum);
            long size = step.size() == Entry.UNKNOWN_SIZE ? 0 : step.size();
            if (step.action() == Step.Action.DELETE) {
                deletedBytes += size;
            } else {
                bytes += size;
            }
            work.print(new Event.Planned(step, joined(prefix, step.path())));
        }
        kept += plan.kept();
        for (Plan.Problem problem : plan.problems()) {
            work.print(new Event.NotPlanned(joined(prefix, problem.path()), explain(problem)));
        }
    }

    /** Tells the sums of all plans. */
    void sums() {
        work.print(new Event.PlanSums(direction, counts, kept, bytes, deletedBytes));
        work.flush();
    }

    private Explanation explain(Plan.Problem problem) {
        return problem.why() instanceof IncompleteListingException
                ? work.explanation("cli.incompleteListing")
                : work.explainer().explain(problem.why());
    }

    private static String joined(String prefix, String path) {
        String all = prefix.isEmpty() || path.isEmpty() ? prefix + path : prefix + "/" + path;
        return all.isEmpty() ? "." : EntryName.escaped(all);
    }
}
