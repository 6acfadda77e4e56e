// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import io.github.twinport.transfer.Conflict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictScopeTest {

    private static final Timestamp OLD = time("2026-01-02T03:04:05Z");
    private static final Timestamp NEW = time("2026-02-02T03:04:05Z");

    private final List<Conflict> waiting = List.of(
            conflict(1, "docs", 10, NEW, 5, OLD),
            conflict(2, "docs", 5, OLD, 5, OLD),
            conflict(3, "photos", 20, NEW, 7, OLD),
            conflict(4, "photos", 20, OLD, 7, NEW));

    @ParameterizedTest
    @CsvSource({"SELECTED,1", "FOLDER,1 2", "ALIKE,1 3", "ALL,1 2 3 4"})
    void meansTheSelectedOnesAndThoseOfTheSameKind(ConflictScope scope, String meant) {
        assertThat(waiting.stream().filter(scope.around(waiting.subList(0, 1))).map(Conflict::item))
                .extracting(String::valueOf)
                .containsExactly(meant.split(" ", -1));
    }

    private static Conflict conflict(
            long item, String folder, long size, Timestamp time, long targetSize, Timestamp targetTime) {
        Entry source = Conflicts.entry("f" + item, size, time);
        return Conflicts.of(item, folder, source, Conflicts.entry("f" + item, targetSize, targetTime));
    }

    private static Timestamp time(String text) {
        return new Timestamp(Instant.parse(text), Precision.SECOND);
    }
}
