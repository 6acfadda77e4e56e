// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.transfer.TemporaryName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "report.pdf", ".profile"})
    void knowsWhatATransferHasNotFinished(String name) {
        assertThat(row(TemporaryName.of(name), EntryKind.FILE).isUnfinished()).isTrue();
        assertThat(row(name, EntryKind.FILE).isUnfinished()).isFalse();
    }

    @Test
    void takesOnlyFilesForUnfinished() {
        assertThat(row(TemporaryName.of("a"), EntryKind.FOLDER).isUnfinished()).isFalse();
        assertThat(row(".twinport-part", EntryKind.FILE).isUnfinished()).isFalse();
    }

    private static Row row(String name, EntryKind kind) {
        return Row.of(Entry.named(name, kind));
    }
}
