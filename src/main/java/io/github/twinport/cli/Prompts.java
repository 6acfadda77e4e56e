// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Asks the person at the terminal, who may interrupt the command instead of answering. */
final class Prompts {

    private final Terminal terminal;
    private final Interruption interruption;

    Prompts(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    /** Whether somebody can be asked. */
    boolean isPossible() {
        return terminal.isPresent();
    }

    /**
     * Asks for a password without showing it; nothing when there is nobody to ask.
     *
     * @throws InterruptedCommandException when the user interrupts
     */
    Optional<char[]> password(String question) throws InterruptedCommandException {
        return ask(there -> there.password(question));
    }

    /**
     * Asks a question; nothing when there is nobody to ask.
     *
     * @throws InterruptedCommandException when the user interrupts
     */
    Optional<String> line(String question) throws InterruptedCommandException {
        return ask(there -> there.line(question));
    }

    /** The terminal waits for its user whatever happens, so it waits on a thread that nobody waits for. */
    private <T> T ask(Function<Terminal, T> question) throws InterruptedCommandException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Runnable cancel = () -> answer.cancel(false);
        Thread.ofPlatform().daemon().name("terminal").start(() -> {
            try {
                answer.complete(question.apply(terminal));
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        interruption.onRequest(cancel);
        try {
            return answer.get();
        } catch (CancellationException e) {
            throw new InterruptedCommandException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCommandException();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            interruption.forget(cancel);
        }
    }
}
