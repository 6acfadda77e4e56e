// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireCharsetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "ISO-8859-1",
                "ISO-8859-15",
                "windows-1252",
                "IBM437",
                "KOI8-R",
                "Shift_JIS",
                "windows-31j",
                "EUC-JP",
                "GBK",
                "GB18030",
                "Big5",
                "EUC-KR",
                "US-ASCII"
            })
    void bringsEveryByteBackUnharmed(String name) throws CharacterCodingException {
        WireCharset charset = new WireCharset(Charset.forName(name));
        Random random = new Random(20_260_101);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(12)];
            random.nextBytes(bytes);
            assertThat(charset.encode(charset.decode(bytes, 0, bytes.length))).isEqualTo(bytes);
        }
    }

    @Test
    void bringsEveryTwoBytesOfShiftJisBackUnharmed() throws CharacterCodingException {
        WireCharset charset = new WireCharset(Charset.forName("windows-31j"));
        for (int pair = 0; pair < 0x10000; pair++) {
            byte[] bytes = {(byte) (pair >> 8), (byte) pair};
            assertThat(charset.encode(charset.decode(bytes, 0, 2))).isEqualTo(bytes);
        }
    }

    @Test
    void readsWhatItCanAndKeepsTheRest() {
        byte[] bytes = {'a', (byte) 0xC3, (byte) 0xBC, (byte) 0xFC, 'b'};
        assertThat(WireCharset.UTF_8.decode(bytes, 0, bytes.length)).isEqualTo("aü\uDCFCb");
    }

    @Test
    void readsAPartOfAnArray() {
        byte[] bytes = "xäyz".getBytes(StandardCharsets.UTF_8);
        assertThat(WireCharset.UTF_8.decode(bytes, 1, 3)).isEqualTo("äy");
    }

    @Test
    void charactersBeyondTheFirstPlaneAreNotTakenForKeptBytes() throws CharacterCodingException {
        // The second half of this pair lies where kept bytes lie.
        String name = Character.toString(0x1F480);
        assertThat(name.charAt(1)).isBetween('\uDC80', '\uDCFF');
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        assertThat(WireCharset.UTF_8.encode(name)).isEqualTo(bytes);
        assertThat(WireCharset.UTF_8.decode(bytes, 0, bytes.length)).isEqualTo(name);
    }

    @Test
    void readsNamesOfItsCharset() {
        byte[] bytes = "日本語.txt".getBytes(Charset.forName("Shift_JIS"));
        assertThat(new WireCharset(Charset.forName("Shift_JIS")).decode(bytes, 0, bytes.length))
                .isEqualTo("日本語.txt");
    }

    @Test
    void refusesWhatTheCharsetCannotExpress() {
        assertThatThrownBy(() -> new WireCharset(StandardCharsets.ISO_8859_1).encode("日"))
                .isInstanceOf(CharacterCodingException.class);
        assertThatThrownBy(() -> WireCharset.UTF_8.encode("lone \uD800")).isInstanceOf(CharacterCodingException.class);
    }
}
