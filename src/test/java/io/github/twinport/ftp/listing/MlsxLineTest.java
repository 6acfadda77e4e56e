// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.files.Entry;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlsxLineTest {

    @Test
    void keepsEveryFactAndTheWholePath() {
        FactLine line = Objects.requireNonNull(MlsxLine.parse("Type=file;X.new=a=b;Charset=; /pub/a file"));
        assertThat(line.name()).isEqualTo("/pub/a file");
        assertThat(line.facts().keySet()).containsExactly("type", "x.new", "charset");
        assertThat(line.fact("x.new")).isEqualTo("a=b");
        assertThat(line.fact("charset")).isEmpty();
        assertThat(line.fact("size")).isNull();
    }

    @Test
    void acceptsTheBlankThatStandsInFrontInsideAReply() {
        FactLine line = Objects.requireNonNull(MlsxLine.parse(" type=dir;size=1; /pub"));
        assertThat(line.name()).isEqualTo("/pub");
        assertThat(line.fact("type")).isEqualTo("dir");
    }

    @Test
    void makesAnEntryUnderTheKnownName() {
        Entry entry = Objects.requireNonNull(MlsxLine.entry(" Type=cdir;Modify=20261121030405; /pub/docs", "docs"));
        assertThat(entry.name()).isEqualTo("docs");
        assertThat(entry.isFolder()).isTrue();
        assertThat(entry.modified()).isEqualTo(TimeText.parse("20261121030405"));
        assertThatThrownBy(() -> MlsxLine.entry("Type=dir; x", "../x")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "type=file;", "type; x", "type=file x", "=; x"})
    void refusesLinesThatAreNotWellFormed(String line) {
        assertThat(MlsxLine.parse(line)).isNull();
        assertThat(MlsxLine.entry(line, "x")).isNull();
    }
}
