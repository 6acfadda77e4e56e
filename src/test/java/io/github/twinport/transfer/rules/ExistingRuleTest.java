// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExistingRuleTest {

    private static final Instant TIME = Instant.parse("2025-03-04T05:06:07.5Z");

    @ParameterizedTest
    @CsvSource({
        // rule, source size, seconds by which the source is newer, precision of the target, decision
        "CHANGED,   10,     0, SECOND, SKIP",
        "CHANGED,   10,     1, SECOND, OVERWRITE",
        "CHANGED,   10,    -1, SECOND, SKIP",
        "CHANGED,   11,     0, SECOND, OVERWRITE",
        "CHANGED,   -1,     0, SECOND, OVERWRITE",
        "CHANGED,   10,    20, MINUTE, SKIP",
        "CHANGED,   10,    60, MINUTE, OVERWRITE",
        "CHANGED,   10,  3600, DAY,    SKIP",
        "CHANGED,   10, 86400, DAY,    OVERWRITE",
        "NEWER,     11,     0, SECOND, SKIP",
        "NEWER,     10,     1, SECOND, OVERWRITE",
        "SIZE,      10,     1, SECOND, SKIP",
        "SIZE,       9,     0, SECOND, OVERWRITE",
        "DIFFERENT, 10,    -1, SECOND, OVERWRITE",
        "DIFFERENT, 10,     0, SECOND, SKIP",
        "RESUME,    11,     0, SECOND, RESUME",
        "RESUME,    10,     0, SECOND, SKIP",
        "RENAME,    10,     0, SECOND, RENAME",
        "OVERWRITE, 10,     0, SECOND, OVERWRITE",
        "SKIP,      11,     1, SECOND, SKIP"
    })
    void decidesByLengthAndTime(ExistingRule rule, long size, long newer, Precision precision, Decision decision) {
        Entry source = entry(size, new Timestamp(TIME.plusSeconds(newer), Precision.FRACTION));
        Entry target = entry(10, new Timestamp(TIME.minusMillis(500), precision));

        assertThat(rule.decide(source, target)).contains(decision);
    }

    @ParameterizedTest
    @CsvSource({"CHANGED, OVERWRITE", "NEWER, OVERWRITE", "DIFFERENT, OVERWRITE", "SIZE, SKIP"})
    void aTimeThatIsNotKnownCountsAsChanged(ExistingRule rule, Decision decision) {
        assertThat(rule.decide(entry(10, new Timestamp(TIME, Precision.SECOND)), entry(10, null)))
                .contains(decision);
    }

    private static Entry entry(long size, @Nullable Timestamp modified) {
        return new Entry("a", EntryKind.FILE, size, modified, "", "", "", null);
    }
}
