// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final Instant INSTANT = Instant.parse("2026-11-21T23:30:59Z");

    private final Formats formats = new Formats(Messages.forLocale(Locale.UK), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0 B",
                "999 | 999 B",
                "1000 | 1.0 kB",
                "1449 | 1.4 kB",
                "1451 | 1.5 kB",
                "99949 | 99.9 kB",
                "99950 | 100 kB",
                "999499 | 999 kB",
                "999500 | 1.0 MB",
                "1400000 | 1.4 MB",
                "1073741824 | 1.1 GB",
                "9223372036854775807 | 9.2 EB",
            })
    void roundsSizes(long bytes, String expected) {
        assertThat(formats.size(bytes)).isEqualTo(expected);
    }

    @Test
    void showsSizesToTheByte() {
        assertThat(formats.exactSize(1468006)).isEqualTo("1,468,006 bytes");
    }

    @Test
    void showsRates() {
        assertThat(formats.rate(12_345_678)).isEqualTo("12.3 MB/s");
    }

    @Test
    void usesTheSeparatorsOfTheLanguage() {
        Formats german = new Formats(Messages.forLocale(Locale.GERMANY), ZoneId.of("UTC"));
        assertThat(german.size(1_400_000)).isEqualTo("1,4 MB");
        assertThat(german.count(12_345)).isEqualTo("12.345");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-5 | 0 s",
                "0 | 0 s",
                "59 | 59 s",
                "60 | 1 min 0 s",
                "125 | 2 min 5 s",
                "3599 | 59 min 59 s",
                "3661 | 1 h 1 min",
                "90061 | 1 d 1 h",
            })
    void showsDurationsInTheirTwoLargestUnits(long seconds, String expected) {
        assertThat(formats.duration(Duration.ofSeconds(seconds))).isEqualTo(expected);
    }

    @Test
    void showsOnlyWhatIsCompleteAsHundredPerCent() {
        assertThat(formats.percent(0.9999)).isEqualTo("99%");
        assertThat(formats.percent(1)).isEqualTo("100%");
    }

    @Test
    void showsTimesInTheZoneOfTheUser() {
        assertThat(formats.time(INSTANT)).isEqualTo("22 Nov 2026, 00:30");
        assertThat(formats.exactTime(INSTANT)).isEqualTo("22 Nov 2026, 00:30:59");
    }

    @Test
    void showsTheVeryDayOfAListingInEveryZone() {
        Timestamp day = new Timestamp(Instant.parse("2026-11-21T00:00:00Z"), Precision.DAY);
        Formats west = new Formats(Messages.forLocale(Locale.UK), ZoneId.of("America/Los_Angeles"));
        assertThat(west.time(day)).isEqualTo("21 Nov 2026");
        assertThat(formats.time(day)).isEqualTo("21 Nov 2026");
    }

    @Test
    void showsFileTimesToTheMinute() {
        assertThat(formats.time(new Timestamp(INSTANT, Precision.MINUTE))).isEqualTo("22 Nov 2026, 00:30");
    }

    @Test
    void showsTimesOfOneWidthInColumns() {
        Timestamp day = new Timestamp(Instant.parse("2026-11-21T00:00:00Z"), Precision.DAY);
        assertThat(formats.columnTime(new Timestamp(INSTANT, Precision.SECOND))).isEqualTo("2026-11-22 00:30");
        assertThat(formats.columnTime(day)).isEqualTo("2026-11-21");
    }
}
