// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.ConflictAnswer;
import io.github.twinport.transfer.ConflictAnswer.Rule;
import io.github.twinport.transfer.Direction;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConflictModelTest {

    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final ConflictModel model = new ConflictModel(fx::add);

    @Test
    void asksOneAfterTheOther() {
        CompletableFuture<ConflictAnswer> first = ask(1, 10, 5);
        CompletableFuture<ConflictAnswer> second = ask(2, 10, 5);
        drain();
        assertThat(model.count().get()).isEqualTo(2);
        assertThat(item()).isEqualTo(1);

        model.answer(Rule.SKIP, false);
        assertThat(first).isCompletedWithValue(new ConflictAnswer(Rule.SKIP, false));
        assertThat(second).isNotDone();
        assertThat(item()).isEqualTo(2);

        model.answer(Rule.RENAME, false);
        assertThat(second).isCompletedWithValue(new ConflictAnswer(Rule.RENAME, false));
        assertThat(model.count().get()).isZero();
        assertThat(model.current().get()).isNull();
    }

    @Test
    void anAnswerForAllAnswersThoseThatArriveMeanwhileToo() {
        CompletableFuture<ConflictAnswer> first = ask(1, 10, 5);
        drain();
        CompletableFuture<ConflictAnswer> unseen = ask(2, 10, 5);

        model.answer(Rule.OVERWRITE, true);
        drain();

        assertThat(first).isCompletedWithValue(new ConflictAnswer(Rule.OVERWRITE, true));
        assertThat(unseen).isCompletedWithValue(new ConflictAnswer(Rule.OVERWRITE, true));
        assertThat(model.count().get()).isZero();
    }

    @Test
    void resumeForAllStillAsksWhereItIsImpossible() {
        CompletableFuture<ConflictAnswer> possible = ask(1, 10, 5);
        CompletableFuture<ConflictAnswer> larger = ask(2, 10, 10);
        CompletableFuture<ConflictAnswer> unknown = ask(3, 10, Entry.UNKNOWN_SIZE);
        drain();

        model.answer(Rule.RESUME, true);

        assertThat(possible).isCompleted();
        assertThat(larger).isNotDone();
        assertThat(unknown).isNotDone();
        assertThat(model.count().get()).isEqualTo(2);
    }

    @Test
    void aQuestionWhoseTransferWasCancelledGoesAway() {
        CompletableFuture<ConflictAnswer> first = ask(1, 10, 5);
        CompletableFuture<ConflictAnswer> second = ask(2, 10, 5);
        drain();

        first.cancel(false);
        drain();

        assertThat(second).isNotDone();
        assertThat(model.count().get()).isEqualTo(1);
        assertThat(item()).isEqualTo(2);
    }

    @Test
    void aThousandQuestionsAreOneRunOfTheFxThread() {
        for (int i = 1; i <= 1000; i++) {
            assertThat(ask(i, 10, 5)).isNotDone();
        }
        assertThat(fx).hasSize(1);
        drain();
        assertThat(model.count().get()).isEqualTo(1000);
    }

    @Test
    void anAnswerWithoutAQuestionDoesNothing() {
        model.answer(Rule.OVERWRITE, true);
        assertThat(model.current().get()).isNull();
    }

    private CompletableFuture<ConflictAnswer> ask(long item, long sourceSize, long targetSize) {
        return model.decide(new Conflict(
                        item,
                        Items.request(Direction.DOWNLOAD, "", "a.txt", false, sourceSize),
                        entry(sourceSize),
                        entry(targetSize)))
                .toCompletableFuture();
    }

    private static Entry entry(long size) {
        return new Entry("a.txt", EntryKind.FILE, size, null, "", "", "", null);
    }

    private long item() {
        Conflict current = model.current().get();
        return current == null ? 0 : current.item();
    }

    private void drain() {
        while (!fx.isEmpty()) {
            fx.remove().run();
        }
    }
}
