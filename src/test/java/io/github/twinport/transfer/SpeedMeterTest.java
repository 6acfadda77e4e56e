// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SpeedMeterTest {

    private static final long SECOND = 1_000_000_000L;

    private final SpeedMeter meter = new SpeedMeter();

    @Test
    void nothingMovedIsNoSpeed() {
        assertThat(meter.bytesPerSecond(5 * SECOND)).isZero();
    }

    @Test
    void steadyFlowIsMeasured() {
        for (long now = 0; now <= 10 * SECOND; now += SECOND / 10) {
            meter.moved(1000, now);
        }

        assertThat(meter.bytesPerSecond(10 * SECOND)).isCloseTo(10_000, Percentage.withPercentage(5));
    }

    @Test
    void aChangeShowsWithinThreeSeconds() {
        for (long now = 0; now < 10 * SECOND; now += SECOND / 10) {
            meter.moved(now < 7 * SECOND ? 1_000_000 : 1000, now);
        }

        assertThat(meter.bytesPerSecond(10 * SECOND)).isCloseTo(10_000, Percentage.withPercentage(10));
    }

    @Test
    void aStallShowsAsZero() {
        meter.moved(1_000_000, SECOND);

        assertThat(meter.bytesPerSecond(5 * SECOND)).isZero();
    }

    @Test
    void negativeTimesWork() {
        meter.moved(1000, -SECOND);

        assertThat(meter.bytesPerSecond(0)).isCloseTo(1000, Percentage.withPercentage(1));
    }
}
