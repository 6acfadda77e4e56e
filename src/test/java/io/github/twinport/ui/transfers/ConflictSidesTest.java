// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConflictSidesTest {

    private static final Timestamp SECOND = new Timestamp(Instant.parse("2026-11-21T14:03:59Z"), Precision.SECOND);
    private static final Timestamp MINUTE = new Timestamp(Instant.parse("2026-11-21T14:03:00Z"), Precision.MINUTE);
    private static final Timestamp DAY = new Timestamp(Instant.parse("2026-11-21T00:00:00Z"), Precision.DAY);
    private static final Timestamp YESTERDAY = new Timestamp(Instant.parse("2026-11-20T23:59:59Z"), Precision.SECOND);

    @Test
    void comparesTimesOnlyWithinTheCoarserPrecision() {
        assertThat(byTime(SECOND, MINUTE)).isZero();
        assertThat(byTime(DAY, SECOND)).isZero();
        assertThat(byTime(DAY, YESTERDAY)).isPositive();
        assertThat(byTime(YESTERDAY, MINUTE)).isNegative();
    }

    @Test
    void saysNothingAboutWhatIsUnknown() {
        assertThat(byTime(null, SECOND)).isZero();
        assertThat(ConflictSides.of(entry(Entry.UNKNOWN_SIZE, null), entry(3, null))
                        .bySize())
                .isZero();
    }

    @Test
    void comparesSizes() {
        assertThat(ConflictSides.of(entry(4, null), entry(3, null)).bySize()).isPositive();
        assertThat(ConflictSides.of(entry(3, null), entry(4, null)).bySize()).isNegative();
        assertThat(ConflictSides.of(entry(0, null), entry(0, null)).bySize()).isZero();
    }

    private static int byTime(@Nullable Timestamp source, @Nullable Timestamp target) {
        return ConflictSides.of(entry(1, source), entry(1, target)).byTime();
    }

    private static Entry entry(long size, @Nullable Timestamp modified) {
        return new Entry("a.txt", EntryKind.FILE, size, modified, "", "", "", null);
    }
}
