// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When deletions are asked about once more. */
class DeletionLimitTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, false",
        "9, 9, false",
        "5, 10, false",
        "6, 10, true",
        "10, 10, true",
        "1000, 10000, false",
        "1001, 10000, true",
        "1001, 1000000, true"
    })
    void halfOfATreeOrManyEntriesAreUnusual(long removed, long seen, boolean exceeded) {
        assertThat(DeletionLimit.STANDARD.isExceeded(removed, seen)).isEqualTo(exceeded);
    }

    @ParameterizedTest
    @CsvSource({"10, 10, false", "2000, 2000, false", "2001, 1000000, true", "0, 50, false"})
    void aNumberThatWasNamedIsAllThatCounts(long removed, long seen, boolean exceeded) {
        assertThat(DeletionLimit.of(2000).isExceeded(removed, seen)).isEqualTo(exceeded);
    }

    @ParameterizedTest
    @CsvSource({"10, 10, false", "1000, 1000, false", "1001, 1001, true"})
    void allOfATreeMayBeMeantButNotAnyNumber(long removed, long seen, boolean exceeded) {
        assertThat(DeletionLimit.STANDARD.ofAnyShare().isExceeded(removed, seen))
                .isEqualTo(exceeded);
    }
}
