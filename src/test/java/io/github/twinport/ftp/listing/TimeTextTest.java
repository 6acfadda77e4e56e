// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import static io.github.twinport.ftp.listing.Listings.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Precision;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource({
        "20261121030405, 2026-11-21T03:04:05Z, SECOND",
        "20261121030405.123, 2026-11-21T03:04:05.123Z, FRACTION",
        "20261121030405.1234567899, 2026-11-21T03:04:05.123456789Z, FRACTION",
        "20240229235960, 2024-02-29T23:59:59Z, SECOND",
        "19700101000000, 1970-01-01T00:00:00Z, SECOND",
        "191261121030405, 2026-11-21T03:04:05Z, SECOND",
        "16010101000000, 1601-01-01T00:00:00Z, SECOND"
    })
    void readsTimes(String text, String instant, Precision precision) {
        assertThat(TimeText.parse(text)).isEqualTo(time(instant, precision));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2013",
                "20261121",
                "20261321030405",
                "20261100030405",
                "20250229000000",
                "20261121240000",
                "20261121030405Z",
                "20261121030405.",
                "20261121030405.x",
                "2026112103040x",
                "00000101000000",
                "202611210304050",
                "191261121030405x"
            })
    void refusesWhatIsNoTime(String text) {
        assertThat(TimeText.parse(text)).isNull();
    }

    @Test
    void writesSeconds() {
        assertThat(TimeText.format(Instant.parse("2026-11-21T03:04:05.999Z"))).isEqualTo("20261121030405");
    }

    @Test
    void agreesWithTheCalendarOnEveryDay() {
        for (Instant day = Instant.parse("1890-01-01T00:00:00Z");
                day.isBefore(Instant.parse("2110-01-01T00:00:00Z"));
                day = day.plusSeconds(86_400)) {
            assertThat(TimeText.parse(TimeText.format(day))).isEqualTo(time(day.toString(), Precision.SECOND));
        }
    }
}
