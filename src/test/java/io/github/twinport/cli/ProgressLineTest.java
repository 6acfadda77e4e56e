// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.QueueSnapshot;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {

    private static final QueueSnapshot.Total HALF =
            new QueueSnapshot.Total(1_234, 4, 0, 1_234, 2, 5_000_000, 10_000_000, 12_300_000, 65_000, false);

    private final Messages messages = Messages.forLocale(Locale.ENGLISH);
    private final ProgressLine line = new ProgressLine(messages, new Formats(messages, ZoneOffset.UTC));

    @Test
    void tellsAllOnAWideTerminal() {
        assertThat(line.text(HALF, 200))
                .isEqualTo("[####################--------------------]  50%  1,234 of 2,474 files  5.0 MB of 10.0 MB"
                        + "  12.3 MB/s  1 min 5 s left");
    }

    @Test
    void leavesOutTheLeastImportantOnANarrowTerminal() {
        assertThat(line.text(HALF, 80))
                .isEqualTo("[###########------------]  50%  1,234 of 2,474 files  12.3 MB/s  1 min 5 s left");
        assertThat(line.text(HALF, 40)).isEqualTo("50%  1,234 of 2,474 files  12.3 MB/s");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 41, 60, 79, 80, 81, 120, 200})
    void fitsIntoOneLine(int columns) {
        assertThat(line.text(HALF, columns))
                .startsWith(columns < 60 ? "50%" : "[")
                .hasSizeLessThan(columns);
    }

    @Test
    void countsFilesWhereNothingHasALength() {
        var empty = new QueueSnapshot.Total(3, 0, 0, 1, 0, 0, 0, 0, -1, false);
        assertThat(line.text(empty, 60)).contains("25%  1 of 4 files").doesNotContain("left");
    }
}
