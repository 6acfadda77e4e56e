// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.QueueSnapshot.Total;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QueueSummaryTest {

    private static final Messages MESSAGES = Messages.forLocale(Locale.ENGLISH);

    private final QueueSummary summary = new QueueSummary(MESSAGES, new Formats(MESSAGES, ZoneOffset.UTC));

    @Test
    void saysWhatIsLeftAndHowFast() {
        assertThat(summary.text(new Total(2, 1, 0, 4, 0, 500, 1000, 1_500_000, 1, false)))
                .isEqualTo("3 files left · 50% · 1.5 MB/s");
        assertThat(summary.text(new Total(1, 0, 0, 0, 0, 0, 0, 0, -1, true))).isEqualTo("1 file left · 0% · paused");
    }

    @Test
    void saysWhatFailedOrWasDone() {
        assertThat(summary.text(new Total(0, 0, 0, 4, 2, 1, 1, 0, 0, false))).isEqualTo("2 transfers failed");
        assertThat(summary.text(new Total(0, 0, 0, 1, 0, 1, 1, 0, 0, false))).isEqualTo("1 file transferred");
        assertThat(summary.text(new Total(0, 0, 0, 0, 0, 0, 0, 0, 0, false))).isEmpty();
    }
}
