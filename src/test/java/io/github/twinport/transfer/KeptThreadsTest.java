// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KeptThreadsTest {

    private final KeptThreads threads = new KeptThreads();

    @Test
    void theFirstWorkHandedOutInTheEndGoesOnOnTheSameThread() throws Exception {
        CompletableFuture<Thread> before = new CompletableFuture<>();
        CompletableFuture<Thread> first = new CompletableFuture<>();
        CompletableFuture<Thread> second = new CompletableFuture<>();

        threads.execute(() -> {
            before.complete(Thread.currentThread());
            threads.finish(() -> {
                threads.execute(() -> first.complete(Thread.currentThread()));
                threads.execute(() -> second.complete(Thread.currentThread()));
            });
        });

        assertThat(get(first)).isSameAs(get(before));
        assertThat(get(second)).isNotSameAs(get(before));
    }

    @Test
    void workHandedOutBeforeTheEndDoesNotWaitForIt() throws Exception {
        CompletableFuture<Thread> other = new CompletableFuture<>();
        CompletableFuture<Boolean> done = new CompletableFuture<>();

        threads.execute(() -> {
            threads.execute(() -> other.complete(Thread.currentThread()));
            done.complete(other.completeOnTimeout(Thread.currentThread(), 60, TimeUnit.SECONDS)
                    .join()
                    .equals(Thread.currentThread()));
        });

        assertThat(get(done)).isFalse();
    }

    @Test
    void theEndMayBeOutsideOfItsThreads() throws Exception {
        CompletableFuture<Thread> elsewhere = new CompletableFuture<>();

        threads.finish(() -> threads.execute(() -> elsewhere.complete(Thread.currentThread())));

        assertThat(get(elsewhere)).isNotSameAs(Thread.currentThread());
    }

    @Test
    void workIsNotLostWhereWhatHandedItOutFails() throws Exception {
        CompletableFuture<Thread> next = new CompletableFuture<>();
        CompletableFuture<Throwable> told = new CompletableFuture<>();

        threads.execute(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> told.complete(failure));
            threads.finish(() -> {
                threads.execute(() -> next.complete(Thread.currentThread()));
                throw new IllegalStateException("broken");
            });
        });

        assertThat(get(told)).hasMessage("broken");
        assertThat(get(next)).isNotNull();
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }
}
