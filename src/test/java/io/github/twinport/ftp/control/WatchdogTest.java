// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.control.Watchdog.Watch;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchdogTest {

    private static final Duration SHORT = Duration.ofMillis(80);
    private static final Timeouts SHORT_LIMITS = new Timeouts(SHORT, SHORT, SHORT, SHORT, SHORT, SHORT);

    private final Watchdog watchdog = new Watchdog(SHORT_LIMITS);

    @AfterEach
    void close() {
        watchdog.close();
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void closesTheChannelOfAPhaseThatMakesNoProgress(Phase phase) throws Exception {
        Closing channel = new Closing();
        try (Watch watch = watchdog.watch(phase, channel)) {
            channel.awaitClosed();
            assertThat(watch.hasExpired()).isTrue();
            assertThat(watchdog.explain(watch, new IOException()))
                    .isInstanceOfSatisfying(
                            TimedOut.class, e -> assertThat(e.phase()).isEqualTo(phase));
        }
    }

    @Test
    void progressBeginsTheLimitAnew() throws Exception {
        Closing channel = new Closing();
        long begun = System.nanoTime();
        try (Watch watch = watchdog.watch(Phase.DATA, channel)) {
            while (System.nanoTime() - begun < 4 * SHORT.toNanos()) {
                watch.progress();
                Thread.onSpinWait();
            }
            assertThat(watch.hasExpired()).isFalse();
            assertThat(channel.isClosed()).isFalse();
            channel.awaitClosed();
        }
    }

    @Test
    void aPauseDoesNotCount() throws Exception {
        Closing paused = new Closing();
        Closing witness = new Closing();
        try (Watch watch = watchdog.watch(Phase.DATA, paused)) {
            watch.pause();
            Watchdog other = new Watchdog(SHORT_LIMITS);
            try (Watch second = other.watch(Phase.DATA, witness)) {
                witness.awaitClosed();
                assertThat(second.hasExpired()).isTrue();
            } finally {
                other.close();
            }
            assertThat(watch.hasExpired()).isFalse();
            watch.progress();
            paused.awaitClosed();
        }
    }

    @Test
    void aQuestionToTheUserMayTakeLongerThanThePhase() throws Exception {
        Closing channel = new Closing();
        try (Watch watch = watchdog.watch(Phase.HANDSHAKE, channel)) {
            String answer = watchdog.unwatched(() -> {
                Closing other = new Closing();
                Watchdog elsewhere = new Watchdog(SHORT_LIMITS);
                try (Watch second = elsewhere.watch(Phase.HANDSHAKE, other)) {
                    other.awaitClosed();
                    return second.hasExpired() ? "yes" : "no";
                } finally {
                    elsewhere.close();
                }
            });
            assertThat(answer).isEqualTo("yes");
            assertThat(watch.hasExpired()).isFalse();
            channel.awaitClosed();
        }
    }

    @Test
    void aCancelledPhaseMayEndByItselfBeforeItsChannelIsClosed() throws Exception {
        Watchdog patient = new Watchdog(Timeouts.DEFAULT);
        Closing channel = new Closing();
        try (Watch watch = patient.watch(Phase.DATA, channel)) {
            long cancelled = System.nanoTime();
            patient.cancel();
            assertThat(patient.isCancelled()).isTrue();
            channel.awaitClosed();
            assertThat(System.nanoTime() - cancelled).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(400));
            assertThat(patient.explain(watch, new IOException())).isInstanceOf(Cancelled.class);
        } finally {
            patient.close();
        }
    }

    @Test
    void afterAResetNothingIsCancelled() {
        try (Watch watch = watchdog.watch(Phase.REPLY, new Closing())) {
            watchdog.cancel();
            watchdog.reset();
            assertThat(watchdog.isCancelled()).isFalse();
            assertThat(watchdog.explain(watch, new IOException("gone")))
                    .isInstanceOfSatisfying(
                            ConnectionLost.class, e -> assertThat(e.phase()).isEqualTo(Phase.REPLY));
        }
    }

    @Test
    void keepsATypedCause() {
        FtpException typed = new FtpException.ProtocolViolation("no");
        try (Watch watch = watchdog.watch(Phase.REPLY, new Closing())) {
            watchdog.cancel();
            assertThat(watchdog.explain(watch, typed)).isSameAs(typed);
        }
    }

    @Test
    void aPhaseThatIsOverIsLeftAlone() throws Exception {
        Closing over = new Closing();
        watchdog.watch(Phase.REPLY, over).close();
        Closing next = new Closing();
        try (Watch watch = watchdog.watch(Phase.REPLY, next)) {
            next.awaitClosed();
            assertThat(watch.hasExpired()).isTrue();
        }
        assertThat(over.isClosed()).isFalse();
    }

    @Test
    void aPhaseInsideAnotherGivesWayToItAgain() throws Exception {
        Closing outer = new Closing();
        try (Watch watch = watchdog.watch(Phase.DATA, outer)) {
            watchdog.watch(Phase.REPLY, new Closing()).close();
            outer.awaitClosed();
            assertThat(watch.hasExpired()).isTrue();
        }
    }

    @Test
    void aLimitOfItsOwnIsNeverLongerThanThePhase() throws Exception {
        Closing channel = new Closing();
        try (Watch watch = watchdog.watch(Phase.FINAL_REPLY, Duration.ofHours(1), channel)) {
            channel.awaitClosed();
            assertThat(watch.hasExpired()).isTrue();
        }
    }

    /** Something that can only be closed. */
    private static final class Closing implements Closeable {
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void close() {
            closed.countDown();
        }

        boolean isClosed() {
            return closed.getCount() == 0;
        }

        void awaitClosed() {
            try {
                assertThat(closed.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
