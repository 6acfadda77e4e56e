// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.ConflictAnswer;
import io.github.twinport.transfer.ConflictAnswer.Rule;
import io.github.twinport.transfer.ConflictDecider;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The conflicts that wait for the user. Workers ask from their threads; everything else happens on the JavaFX thread.
 */
public final class ConflictModel implements ConflictDecider {

    private final Executor fx;
    private final Queue<Question> arriving = new ConcurrentLinkedQueue<>();
    private final List<Question> waiting = new ArrayList<>();
    private final AtomicBoolean requested = new AtomicBoolean();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Conflict> current = new ReadOnlyObjectWrapper<>();

    /**
     * A model without conflicts.
     *
     * @param fx the JavaFX thread
     */
    public ConflictModel(Executor fx) {
        this.fx = fx;
    }

    /** How many conflicts wait. */
    ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /** The conflict whose turn it is, null when none waits. */
    ReadOnlyObjectProperty<@Nullable Conflict> current() {
        return current.getReadOnlyProperty();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Whoever no longer needs the answer cancels the stage's future; the question then goes away.
     */
    @Override
    public CompletionStage<ConflictAnswer> decide(Conflict conflict) {
        Question question = new Question(conflict);
        arriving.add(question);
        request();
        return question;
    }

    /** Whether the target could be the beginning of the source, so that appending makes sense. */
    static boolean canResume(Conflict conflict) {
        return conflict.target().size() >= 0
                && conflict.source().size() > conflict.target().size();
    }

    /** Answers the first conflict, or for all every one that the rule is possible for. */
    void answer(Rule rule, boolean forAll) {
        collect();
        List<Question> answered = forAll
                ? waiting.stream()
                        .filter(question -> rule != Rule.RESUME || canResume(question.conflict))
                        .toList()
                : waiting.stream().limit(1).toList();
        ConflictAnswer answer = new ConflictAnswer(rule, forAll);
        answered.forEach(question -> question.complete(answer));
        update();
    }

    private void collect() {
        for (Question question = arriving.poll(); question != null; question = arriving.poll()) {
            waiting.add(question);
        }
    }

    private void request() {
        if (requested.compareAndSet(false, true)) {
            fx.execute(() -> {
                requested.set(false);
                update();
            });
        }
    }

    private void update() {
        collect();
        waiting.removeIf(question -> question.isDone());
        count.set(waiting.size());
        current.set(waiting.isEmpty() ? null : waiting.getFirst().conflict);
    }

    private final class Question extends CompletableFuture<ConflictAnswer> {

        private final Conflict conflict;

        private Question(Conflict conflict) {
            this.conflict = conflict;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            request();
            return cancelled;
        }
    }
}
