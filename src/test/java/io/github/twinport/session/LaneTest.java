// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.control.Watchdog;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final Watchdog watchdog = new Watchdog(Timeouts.DEFAULT);
    private final AtomicInteger idled = new AtomicInteger();
    private final CountDownLatch idledTwice = new CountDownLatch(2);
    private final CountDownLatch goodbye = new CountDownLatch(1);
    private volatile Duration interval = IdleRhythm.NEVER;
    private final Lane lane = new Lane(
            "test",
            watchdog,
            new Lane.Idle() {
                @Override
                public Duration untilNext() {
                    return interval;
                }

                @Override
                public void run() {
                    idled.incrementAndGet();
                    idledTwice.countDown();
                }
            },
            goodbye::countDown);

    @AfterEach
    void close() {
        lane.close();
        watchdog.close();
    }

    @Test
    void aCallerDoesItsOwnWorkWhereNothingElseIsDone() throws Exception {
        CompletableFuture<Thread> thread = lane.call(Thread::currentThread, future -> {});

        assertThat(thread.get()).isSameAs(Thread.currentThread());
        assertThat(lane.submit(Thread::currentThread).get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void aCallWaitsForWhatIsBeingDone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Boolean> first = lane.submit(() -> {
            begun.countDown();
            return await(end, 60_000);
        });
        begun.await();

        CompletableFuture<Boolean> second = lane.call(first::isDone, future -> {});
        assertThat(second).isNotDone();
        end.countDown();

        assertThat(first.get()).isTrue();
        assertThat(second.get(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void whatIsSubmittedDuringACallIsDoneAfterIt() throws Exception {
        AtomicReference<CompletableFuture<Thread>> inner = new AtomicReference<>();
        lane.call(
                        () -> {
                            inner.set(lane.submit(Thread::currentThread));
                            return true;
                        },
                        future -> {})
                .get();

        assertThat(inner.get().get(60, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
    }

    @Test
    void aCallCanBeCancelledWhileItRuns() {
        CompletableFuture<Boolean> called = lane.call(watchdog::isCancelled, future -> future.cancel(true));
        assertThat(called).isCancelled();

        boolean[] seen = {false};
        CompletableFuture<?>[] running = {new CompletableFuture<>()};
        CompletableFuture<Boolean> broken = lane.call(
                () -> {
                    running[0].cancel(true);
                    seen[0] = watchdog.isCancelled();
                    return true;
                },
                future -> running[0] = future);

        assertThat(broken).isCancelled();
        assertThat(seen[0]).isTrue();
        assertThat(watchdog.isCancelled()).isFalse();
    }

    @Test
    void aConnectionThatACallHasOpenedIsKeptAlive() throws Exception {
        lane.call(
                        () -> {
                            interval = Duration.ofMillis(20);
                            return true;
                        },
                        future -> {})
                .get();

        assertThat(idledTwice.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nothingIsDoneAfterTheEnd() throws Exception {
        lane.close();

        assertThat(goodbye.await(60, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Boolean> late = lane.call(() -> true, future -> {});
        assertThatThrownBy(late::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(Cancelled.class);
    }

    @Test
    void theEndWaitsForACallThatRuns() throws Exception {
        boolean[] ended = {true};
        lane.call(
                        () -> {
                            lane.close();
                            ended[0] = await(goodbye, 200);
                            return true;
                        },
                        future -> {})
                .get();

        assertThat(ended[0]).isFalse();
        assertThat(goodbye.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean await(CountDownLatch latch, long milliseconds) {
        try {
            return latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
