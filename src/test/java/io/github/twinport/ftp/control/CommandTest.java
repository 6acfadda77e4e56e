// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    private static final WireCharset LATIN_1 = new WireCharset(StandardCharsets.ISO_8859_1);

    @Test
    void isOneLine() throws CharacterCodingException {
        assertThat(Command.of("NOOP").encode(WireCharset.UTF_8)).isEqualTo(bytes("NOOP\r\n"));
        assertThat(Command.of("RETR", "a b").encode(WireCharset.UTF_8)).isEqualTo(bytes("RETR a b\r\n"));
        assertThat(Command.of("RETR", "ü").encode(LATIN_1))
                .containsExactly('R', 'E', 'T', 'R', ' ', (byte) 0xFC, '\r', '\n');
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rDELE b", "a\nDELE b", "a\r\nDELE b", "a\0b", "\n", "a\r"})
    void refusesWhatWouldSmuggleInAnotherCommand(String argument) {
        assertThatIllegalArgumentException().isThrownBy(() -> Command.of("RETR", argument));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.secret("PASS", argument))
                .withMessageNotContaining(argument);
    }

    @Test
    void doublesTheTelnetByte() throws CharacterCodingException {
        assertThat(Command.of("RETR", "\u00FF").encode(LATIN_1))
                .containsExactly('R', 'E', 'T', 'R', ' ', (byte) 0xFF, (byte) 0xFF, '\r', '\n');
        assertThat(Command.of("DELE", "x\uDCFFy").encode(WireCharset.UTF_8))
                .containsExactly('D', 'E', 'L', 'E', ' ', 'x', (byte) 0xFF, (byte) 0xFF, 'y', '\r', '\n');
    }

    @Test
    void neverShowsASecret() {
        Command password = Command.secret("PASS", "hunter22");
        assertThat(password).hasToString("PASS ********");
        assertThat(Command.of("RETR", "a")).hasToString("RETR a");
        assertThat(Command.of("PWD")).hasToString("PWD");
    }

    @Test
    void doesNotSendAnotherNameThanTheOneMeant() {
        assertThatThrownBy(() -> Command.of("DELE", "日本").encode(LATIN_1)).isInstanceOf(CharacterCodingException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
