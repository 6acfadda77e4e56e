// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedLimitsTest {

    private static final int BLOCK = 256 * 1024;
    private static final String SITE = "host:21";
    private static final SpeedLimits.Check NEVER = () -> {};

    private long now = 7;
    private final LocalDateTime start = LocalDateTime.parse("2026-11-21T08:59:50");
    private final SpeedLimits limits =
            new SpeedLimits(() -> now, () -> start.plusNanos(now), nanos -> now += nanos + 1_000_000);

    @ParameterizedTest
    @ValueSource(longs = {1_000, 50_000, 1_000_000, 123_456_789})
    void theRateIsExactOverTenSeconds(long rate) throws IOException {
        limits.follow(SpeedPlan.UNLIMITED.withAlways(new SpeedLimit(rate, 0)));

        assertThat(moved(limits.of(true, SITE), Duration.ofSeconds(10))).isCloseTo(rate * 10, withPercentage(5));
    }

    @Test
    void theOtherDirectionIsNotLimited() throws IOException {
        limits.follow(SpeedPlan.UNLIMITED.withAlways(new SpeedLimit(1000, 0)));
        long before = now;

        assertThat(limits.of(false, SITE).room(BLOCK, NEVER)).isEqualTo(BLOCK);
        assertThat(now).isEqualTo(before);
    }

    @Test
    void aLimitChangesWhileSomethingRuns() throws IOException {
        SpeedLimits.Limiter limiter = limits.of(true, SITE);
        assertThat(limiter.room(BLOCK, NEVER)).isEqualTo(BLOCK);
        limiter.moved(BLOCK);
        limits.follow(SpeedPlan.UNLIMITED.withAlways(new SpeedLimit(100_000, 0)));
        assertThat(moved(limiter, Duration.ofSeconds(10))).isCloseTo(1_000_000, withPercentage(5));
        limits.follow(SpeedPlan.UNLIMITED.withAlways(new SpeedLimit(1_000_000, 0)));
        assertThat(moved(limiter, Duration.ofSeconds(10))).isCloseTo(10_000_000, withPercentage(5));
        limits.follow(SpeedPlan.UNLIMITED);
        assertThat(limiter.room(BLOCK, NEVER)).isEqualTo(BLOCK);
    }

    @Test
    void theSlowestOfTheLimitsOfAllAndOfTheSiteHolds() throws IOException {
        limits.follow(SpeedPlan.UNLIMITED
                .withAlways(new SpeedLimit(1_000_000, 0))
                .withSite(SITE, new SpeedLimit(200_000, 0)));

        assertThat(moved(limits.of(true, SITE), Duration.ofSeconds(10))).isCloseTo(2_000_000, withPercentage(5));
        assertThat(moved(limits.of(true, "other:21"), Duration.ofSeconds(10))).isCloseTo(10_000_000, withPercentage(5));
    }

    @Test
    void theScheduleIsFollowedWhileSomethingRuns() throws IOException {
        limits.follow(SpeedPlan.UNLIMITED
                .withAlways(new SpeedLimit(1_000_000, 0))
                .withRules(List.of(new SpeedRule(
                        Set.of(DayOfWeek.SATURDAY),
                        LocalTime.of(9, 0),
                        LocalTime.of(18, 0),
                        new SpeedLimit(100_000, 0)))));
        SpeedLimits.Limiter limiter = limits.of(true, SITE);

        assertThat(moved(limiter, Duration.ofSeconds(10))).isCloseTo(10_000_000, withPercentage(5));
        assertThat(moved(limiter, Duration.ofSeconds(1))).isPositive();
        assertThat(moved(limiter, Duration.ofSeconds(10))).isCloseTo(1_000_000, withPercentage(5));
    }

    @Test
    void whoWaitsCanBeStopped() throws IOException {
        limits.follow(SpeedPlan.UNLIMITED.withAlways(new SpeedLimit(1000, 0)));
        SpeedLimits.Limiter limiter = limits.of(true, SITE);
        limiter.moved(1_000_000);

        assertThatThrownBy(() -> limiter.room(BLOCK, () -> {
                    throw new IOException("stopped");
                }))
                .hasMessage("stopped");
    }

    @Test
    void allWorkersGetTheSame() {
        TokenBucket bucket = new TokenBucket();
        bucket.rate(1_000_000, 0);
        Random random = new Random(3);
        long[] moved = new long[16];
        long[] reserved = new long[moved.length];
        long[] wakes = new long[moved.length];
        long time = 0;
        while (time < Duration.ofSeconds(10).toNanos()) {
            int next = 0;
            for (int i = 1; i < wakes.length; i++) {
                boolean earlier = wakes[i] < wakes[next] || (wakes[i] == wakes[next] && random.nextBoolean());
                next = earlier ? i : next;
            }
            time = Math.max(time, wakes[next]);
            moved[next] += reserved[next];
            reserved[next] = bucket.piece(BLOCK);
            // Timers wake up a little late, each in its own way.
            wakes[next] = time + bucket.reserve(reserved[next], time) + random.nextInt(1_000_000);
        }

        assertThat(Arrays.stream(moved).sum()).isCloseTo(10_000_000, withPercentage(5));
        assertThat(Arrays.stream(moved).boxed())
                .allSatisfy(each -> assertThat(each).isCloseTo(625_000, withPercentage(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T21:59:00, false", // Friday
        "2026-11-20T22:00:00, true",
        "2026-11-21T05:59:59, true", // Saturday
        "2026-11-21T06:00:00, false",
        "2026-11-21T22:00:00, false"
    })
    void aRuleMayGoOverMidnight(LocalDateTime time, boolean holds) {
        SpeedRule rule =
                new SpeedRule(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0), SpeedLimit.NONE);

        assertThat(rule.holdsAt(time)).isEqualTo(holds);
    }

    @Test
    void aPlanIsReadAsItWasWritten() {
        SpeedPlan plan = new SpeedPlan(
                new SpeedLimit(1, 2),
                List.of(new SpeedRule(
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                        LocalTime.of(8, 30),
                        LocalTime.of(17, 0),
                        new SpeedLimit(3, 0))),
                Map.of("[::1]:21", new SpeedLimit(5, 6)));

        assertThat(SpeedPlan.of(plan.text())).isEqualTo(plan);
        assertThat(SpeedPlan.of("")).isEqualTo(SpeedPlan.UNLIMITED);
        assertThatThrownBy(() -> SpeedPlan.of("nonsense")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> SpeedPlan.of("always -1/0")).isInstanceOf(RuntimeException.class);
    }

    /** Moves as much as the limiter allows for a time. */
    private long moved(SpeedLimits.Limiter limiter, Duration time) throws IOException {
        long end = now + time.toNanos();
        long moved = 0;
        while (now < end) {
            long room = limiter.room(BLOCK, NEVER);
            assertThat(room).isBetween(1L, (long) BLOCK);
            limiter.moved(room);
            moved += room;
        }
        return moved;
    }
}
