// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.event.ProtocolLine.Kind;
import io.github.twinport.i18n.Messages;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyMeaningsTest {

    private final ReplyMeanings meanings = new ReplyMeanings(Messages.forLocale(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "530 Login incorrect. | not logged in",
                "226 | transfer complete",
                "425 Unable to build data connection | no data connection",
                "299 odd | done",
                "499 odd | failed for now, may work later",
                "599 odd | refused",
            })
    void saysWhatACodeMeans(String reply, String meaning) {
        assertThat(meanings.of(line(Kind.REPLY, reply))).isEqualTo(meaning);
        assertThat(meanings.of(line(Kind.REFUSAL, reply))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"211-Features:", " MLST type*", "2261 bytes", "000 odd", "900 odd", "", "22"})
    void saysNothingOfLinesThatDoNotEndAReply(String text) {
        assertThat(meanings.of(line(Kind.REPLY, text))).isNull();
    }

    @Test
    void saysNothingOfOtherKinds() {
        assertThat(meanings.of(line(Kind.NOTE, "530 things happened"))).isNull();
        assertThat(meanings.of(line(Kind.COMMAND, "530"))).isNull();
    }

    private static ProtocolLine line(Kind kind, String text) {
        return new ProtocolLine(Instant.EPOCH, 1, kind, text);
    }
}
