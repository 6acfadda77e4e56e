// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password that a server repeats is hidden however it writes it, and never given away by what is hidden. */
class SecretsTest {

    private static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user u with password Tr0ub4dor&3 rejected",
                "user u with password TR0UB4DOR&3 rejected",
                "user u with password tr0ub4dor%263 rejected",
                "user u with password %54%72%30ub4dor&3 rejected",
                "user u with password VHIwdWI0ZG9yJjM= rejected",
                "(Tr0ub4dor&3Tr0ub4dor&3)",
                "xTr0ub4dor&3x"
            })
    void isHiddenInEveryForm(String said) {
        assertThat(masked("Tr0ub4dor&3", said))
                .contains(Secrets.MASK)
                .doesNotContainIgnoringCase("Tr0ub4dor")
                .doesNotContain("VHIwdWI0ZG9yJjM")
                .doesNotContain("%54");
    }

    @Test
    void isHiddenWhereALineEndCutsItInTwo() {
        assertThat(masked("Tr0ub4dor&3", "no: Tr0ub\n530-4dor&\n  3!\nend"))
                .isEqualTo("no: ********\n530-********\n  ********!\nend");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grüße-für", "grÜße-FÜR", "Gr%C3%BC%C3%9Fe-f%c3%bcr", "Gr%FC%DFe-f%FCr", "Gr??e-f?r"})
    void isHiddenInAnyCharset(String said) {
        assertThat(masked("Grüße-für", "<" + said + ">")).isEqualTo("<********>");
    }

    @Test
    void isHiddenWhereItsBytesWereReadInAnotherCharset() {
        String secret = "Grüße-für";
        byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
        byte[] latin1 = secret.getBytes(LATIN_1);
        for (String said : List.of(
                new String(utf8, LATIN_1),
                new String(utf8, Charset.forName("windows-1252")),
                new WireCharset(StandardCharsets.UTF_8).decode(latin1, 0, latin1.length))) {
            assertThat(masked(secret, "<" + said + ">")).isEqualTo("<********>");
        }
    }

    @Test
    void aShortOneIsHiddenAsAWordOnly() {
        assertThat(masked("ftp", "ftp: 'FTP' (ftp) sftp ftpd")).isEqualTo("********: '********' (********) sftp ftpd");
    }

    @ParameterizedTest
    @CsvSource({"/home/ftp/x", "/ftp", "ftp"})
    void whatWasSaidInClearIsNotHidden(String path) {
        Secrets secrets = new Secrets(List.of("ftp"), StandardCharsets.UTF_8);
        assertThat(secrets.mask(path + ": no such file, password ftp.", List.of(path)))
                .startsWith(path + ": no such file");
    }

    @Test
    void nothingIsHiddenOfNobodysPassword() {
        assertThat(new Secrets(List.of("", "  "), StandardCharsets.UTF_8).mask("a  b"))
                .isEqualTo("a  b");
    }

    private static String masked(String secret, String text) {
        return new Secrets(List.of(secret), StandardCharsets.UTF_8).mask(text);
    }
}
