// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Work on the local disk, on a virtual thread, that stops at its next step once its future was cancelled. */
final class LocalWork {

    /** What to do; asks {@link #checkCancelled} between its steps. */
    @FunctionalInterface
    interface Steps<T> {
        T run(LocalWork work) throws IOException;
    }

    private final CompletableFuture<?> result;

    private LocalWork(CompletableFuture<?> result) {
        this.result = result;
    }

    static <T> CompletableFuture<T> start(Steps<T> steps) {
        var result = new CompletableFuture<T>();
        Thread.ofVirtual().name("local files").start(() -> {
            try {
                result.complete(steps.run(new LocalWork(result)));
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    void checkCancelled() {
        if (result.isCancelled()) {
            throw new CancellationException();
        }
    }
}
