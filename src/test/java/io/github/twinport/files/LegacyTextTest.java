// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyTextTest {

    @ParameterizedTest
    @CsvSource({
        "de, windows-1252, Grüße aus Köln.txt",
        "fr, ISO-8859-1, été à Noël.txt",
        "ru, windows-1251, Привет мир.txt",
        "pl, windows-1250, zażółć gęślą jaźń.txt",
        "ja, Shift_JIS, 日本語のファイル.txt",
        "zh-CN, GB18030, 中文文件.txt",
        "zh-TW, Big5, 中文檔案.txt",
        "ko, EUC-KR, 한국어.txt",
        "el, windows-1253, Ελληνικά.txt",
        "ru, windows-1251, Отчёт за май.txt"
    })
    void aNameOfTheUsersLanguageCanBeRead(String language, String charset, String text) {
        String name = asReadInUtf8(text.getBytes(Charset.forName(charset)));
        assertThat(new LegacyText(Locale.forLanguageTag(language)).readable(name))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Grüße", "日本語", "", "a\u202Eb"})
    void whatIsTextStaysAsItIs(String text) {
        assertThat(new LegacyText(Locale.GERMAN).readable(text)).isEqualTo(text);
    }

    @Test
    void whatMeansNothingStaysBytes() {
        String name = "a\uDC81\uDC8D\uDC9D";
        assertThat(new LegacyText(Locale.KOREAN).readable(name)).isEqualTo(name);
    }

    @Test
    void whatIsTextOnlyInPartIsReadAsAWhole() {
        assertThat(new LegacyText(Locale.GERMAN).readable("© \uDCC4")).isEqualTo("Â© Ä");
    }

    /** What a session in UTF-8 makes of bytes of which none happens to be valid in it. */
    private static String asReadInUtf8(byte[] bytes) {
        StringBuilder name = new StringBuilder();
        for (byte b : bytes) {
            name.append((char) (b < 0 ? 0xDC00 + (b & 0xFF) : b));
        }
        return name.toString();
    }
}
