// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances know each other as alive or dead whatever happens to the computer's clock. */
class JumpingClockTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final LivingProcess ELSEWHERE = new LivingProcess("elsewhere", 1, 1);

    @TempDir
    Path folder;

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 1000);
    private Database database;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("profile"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT240H", "PT-240H"})
    void aProcessOnThisComputerLivesAfterTheClockWasSet(Duration jump) throws Exception {
        long living = instances(LivingProcess.current(), NOW).register(false);

        assertThat(isBuried(instances(LivingProcess.current(), NOW.plus(jump)), living))
                .isFalse();
    }

    @Test
    void aProcessWhoseNumberHasComeAgainIsDead() throws Exception {
        LivingProcess self = LivingProcess.current();
        LivingProcess before = new LivingProcess(self.host(), self.pid(), self.startedAt() - 1);
        long dead = instances(before, NOW).register(false);

        assertThat(isBuried(instances(self, NOW), dead)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT240H", "PT-240H"})
    void oneElsewhereThatGivesSignsOfLifeLivesWhileTheClockIsSet(Duration jump) throws Exception {
        SettableClock clock = new SettableClock();
        Instances observer = new Instances(database, LivingProcess.current(), clock, time::get);
        Instances other = instances(ELSEWHERE, NOW);
        long living = other.register(false);
        assertThat(isBuried(observer, living)).isFalse();

        clock.now = NOW.plus(jump);
        pass(Duration.ofSeconds(4));
        assertThat(isBuried(observer, living)).isFalse();
        instances(ELSEWHERE, NOW.plusSeconds(10)).heartbeat(living);
        pass(Duration.ofSeconds(14));
        assertThat(isBuried(observer, living)).isFalse();
    }

    @Test
    void oneElsewhereThatIsSilentIsDeadAlsoWhenItsClockIsAhead() throws Exception {
        Instances observer = instances(LivingProcess.current(), NOW);
        long dead = instances(ELSEWHERE, NOW.plus(Duration.ofDays(10))).register(false);
        assertThat(isBuried(observer, dead)).isFalse();
        pass(Duration.ofSeconds(14));
        assertThat(isBuried(observer, dead)).isFalse();
        pass(Duration.ofSeconds(2));
        assertThat(isBuried(observer, dead)).isTrue();
    }

    @Test
    void oneElsewhereThatHasBeenSilentForLongIsDeadAtTheFirstLook() throws Exception {
        long dead = instances(ELSEWHERE, NOW.minusSeconds(16)).register(false);

        assertThat(isBuried(instances(LivingProcess.current(), NOW), dead)).isTrue();
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    private Instances instances(LivingProcess self, Instant now) {
        return new Instances(database, self, Clock.fixed(now, ZoneOffset.UTC), time::get);
    }

    private boolean isBuried(Instances observer, long instance) throws Exception {
        return database.write(transaction -> {
            observer.buryDead(transaction, 0);
            return !observer.isKnown(transaction, instance);
        });
    }

    /** A clock that somebody sets. */
    private static final class SettableClock extends Clock {

        private Instant now = NOW;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
