// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.rules.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The conflicts that wait for the user, and what the user has decided for those still to come. JavaFX thread only. */
public final class ConflictModel {

    /** A decision for all conflicts of some kind, also for later ones of the same job. */
    private record Standing(Decision decision, Predicate<Conflict> kind) {}

    private final TransferQueue queue;
    private final List<Standing> standing = new ArrayList<>();
    private final ReadOnlyObjectWrapper<List<Conflict>> waiting = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * A model without conflicts until the first {@link #refresh}.
     *
     * @param queue whose conflicts they are
     */
    public ConflictModel(TransferQueue queue) {
        this.queue = queue;
    }

    /** The conflicts that wait, oldest first; a new list only when conflicts came or went. */
    ReadOnlyObjectProperty<List<Conflict>> waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** Takes over which conflicts wait now, and decides those for which the user has decided before. */
    public void refresh() {
        List<Conflict> conflicts = queue.conflicts();
        // What is decided here calls the queue's listeners, which may come back here.
        for (Standing rule : List.copyOf(standing)) {
            decide(conflicts.stream().filter(rule.kind).toList(), rule.decision);
            conflicts = queue.conflicts();
        }
        if (!conflicts.equals(waiting.get())) {
            waiting.set(conflicts);
        }
        if (conflicts.isEmpty() && queue.snapshot().total().unfinished() == 0) {
            standing.clear();
        }
    }

    /** Decides some conflicts; where the decision is impossible they go on waiting. */
    void decide(Collection<Conflict> conflicts, Decision decision) {
        List<Long> items = conflicts.stream()
                .filter(conflict -> isPossible(decision, conflict))
                .map(Conflict::item)
                .toList();
        if (!items.isEmpty()) {
            queue.decide(items, decision);
        }
    }

    /** Decides all conflicts of a kind, those that arrive until the queue's present work is done too. */
    void decideAlways(Predicate<Conflict> kind, Decision decision) {
        standing.add(new Standing(decision, conflict -> kind.test(conflict) && isPossible(decision, conflict)));
        refresh();
    }

    static boolean isPossible(Decision decision, Conflict conflict) {
        return decision != Decision.RESUME || conflict.canResume();
    }
}
