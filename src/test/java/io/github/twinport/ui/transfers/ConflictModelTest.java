// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.rules.Decision;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConflictModelTest {

    private final FakeQueue queue = new FakeQueue();
    private final ConflictModel model = new ConflictModel(queue);

    @BeforeEach
    void follow() {
        queue.onChange(model::refresh);
    }

    @Test
    void showsAllThatWait() {
        queue.ask(List.of(Conflicts.of(1, 10, 5), Conflicts.of(2, 10, 5)));

        assertThat(model.waiting().get()).extracting(Conflict::item).containsExactly(1L, 2L);
    }

    @Test
    void decidesSome() {
        queue.ask(List.of(Conflicts.of(1, 10, 5), Conflicts.of(2, 10, 5)));
        model.decide(model.waiting().get().subList(1, 2), Decision.SKIP);

        assertThat(queue.calls).containsExactly("decide [2] SKIP");
        assertThat(model.waiting().get()).extracting(Conflict::item).containsExactly(1L);
    }

    @Test
    void aDecisionForAllHoldsForThoseToComeUntilTheWorkIsDone() {
        queue.show(Items.file(9, "a.txt", Items.RUNNING));
        queue.ask(List.of(Conflicts.of(1, 10, 5)));
        model.decideAlways(conflict -> true, Decision.OVERWRITE);
        queue.ask(List.of(Conflicts.of(2, 10, 5)));
        assertThat(queue.calls).containsExactly("decide [1] OVERWRITE", "decide [2] OVERWRITE");

        queue.show();
        queue.ask(List.of(Conflicts.of(3, 10, 5)));
        assertThat(model.waiting().get()).extracting(Conflict::item).containsExactly(3L);
    }

    @Test
    void resumingLeavesThoseForWhichItIsImpossible() {
        queue.ask(List.of(Conflicts.of(1, 10, 5), Conflicts.of(2, 10, 10), Conflicts.of(3, 10, -1)));
        model.decideAlways(conflict -> true, Decision.RESUME);

        assertThat(queue.calls).containsExactly("decide [1] RESUME");
        assertThat(model.waiting().get()).extracting(Conflict::item).containsExactly(2L, 3L);
    }

    @Test
    void aConflictThatWentAwayIsNotShownAnyMore() {
        queue.ask(List.of(Conflicts.of(1, 10, 5), Conflicts.of(2, 10, 5)));
        queue.ask(List.of(Conflicts.of(2, 10, 5)));

        assertThat(model.waiting().get()).extracting(Conflict::item).containsExactly(2L);
    }
}
