// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be done so that a target holds what its source holds. Immutable; any thread.
 *
 * @param steps what is done; of deletions, what a folder holds comes before it
 * @param kept files left alone
 * @param sourceEntries how many entries of the source are meant
 * @param targetKept how many entries of the target stay
 * @param problems why the plan does not know everything; nothing may be deleted then
 */
public record Plan(List<Step> steps, int kept, long sourceEntries, long targetKept, List<Problem> problems) {

    /** Keeps copies of the lists. */
    public Plan {
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    /** The steps of one kind. */
    public List<Step> steps(Step.Action action) {
        return steps.stream().filter(step -> step.action() == action).toList();
    }

    /**
     * The deletions of an earlier plan that this one, made later, would make as well. What has changed since stays, and so
     * do the folders above whatever nobody has agreed to delete.
     */
    public List<Step> confirmed(List<Step> earlier) {
        Set<Step> before = Set.copyOf(earlier);
        Set<Step> now = new HashSet<>(steps(Step.Action.DELETE));
        Set<String> staying = new HashSet<>();
        for (Step step : now) {
            if (!before.contains(step)) {
                for (int end = step.path().lastIndexOf('/');
                        end > 0;
                        end = step.path().lastIndexOf('/', end - 1)) {
                    staying.add(step.path().substring(0, end));
                }
            }
        }
        return earlier.stream()
                .filter(step -> now.contains(step) && !staying.contains(step.path()))
                .toList();
    }

    /** The same with one more problem. */
    public Plan with(Problem problem) {
        List<Problem> all = new ArrayList<>(problems);
        all.add(problem);
        return new Plan(steps, kept, sourceEntries, targetKept, all);
    }

    /** How many entries it deletes. */
    public long deletions() {
        return steps.stream()
                .filter(step -> step.action() == Step.Action.DELETE)
                .count();
    }

    /** Whether it deletes so much that this is to be asked about once more. */
    public boolean exceeds(DeletionLimit limit) {
        return limit.isExceeded(deletions(), targetSeen());
    }

    /** How many entries of the target were looked at. */
    public long targetSeen() {
        return targetKept + deletions();
    }

    /** Whether it would leave nothing in a target that holds something. */
    public boolean isDeletingEverything() {
        return sourceEntries == 0
                && targetKept == 0
                && !steps(Step.Action.DELETE).isEmpty();
    }

    /**
     * Something that could not be looked at.
     *
     * @param path where, from the folder that is transferred down
     * @param why the failure
     */
    public record Problem(String path, IOException why) {}
}
