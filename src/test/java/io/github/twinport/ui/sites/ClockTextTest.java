// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTextTest {

    @ParameterizedTest
    @CsvSource({
        "+2:00, +02:00",
        "2, +02:00",
        "-5, -05:00",
        "\u22123:30, -03:30",
        "' +0545 ', +05:45",
        "UTC+1, +01:00",
        "utc -1:00, -01:00",
        "0, Z",
        "+18:00, +18:00"
    })
    void readsWhatPeopleWrite(String typed, String offset) {
        assertThat(ClockText.offset(typed)).isEqualTo(ZoneOffset.of(offset));
        assertThat(ClockText.isValid(typed)).isTrue();
        assertThat(ClockText.offset(ClockText.of(ZoneOffset.of(offset)))).isEqualTo(ZoneOffset.of(offset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "+", "25", "18:01", "1:60", "2:0", "Europe/Berlin", "1.5", "--1"})
    void refusesAnythingElse(String typed) {
        assertThat(ClockText.isValid(typed)).isFalse();
        assertThat(ClockText.offset(typed)).isNull();
    }

    @Test
    void nothingIsNoOffset() {
        assertThat(ClockText.isValid("  ")).isTrue();
        assertThat(ClockText.offset("")).isNull();
        assertThat(ClockText.of(null)).isEmpty();
        assertThat(ClockText.of(ZoneOffset.ofHoursMinutes(-3, -5))).isEqualTo("-3:05");
    }
}
