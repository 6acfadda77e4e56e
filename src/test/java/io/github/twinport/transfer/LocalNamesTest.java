// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalNamesTest {

    private final LocalNames windows = new LocalNames(true);
    private final LocalNames unix = new LocalNames(false);

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "..", ".", "", "/etc/passwd", "a/b", "a\u0000b", "a\nb"})
    void pathsAreRefused(String name, @TempDir Path folder) {
        assertThatThrownBy(() -> unix.resolve(folder, name)).isInstanceOf(InvalidPathException.class);
        assertThatThrownBy(() -> windows.toLocal(name)).isInstanceOf(InvalidPathException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:\\x", "..\\..\\x", "con", "\\\\host\\share", "~", "-rf", "a:stream", " ", "..."})
    void oddNamesStayInsideTheFolder(String name, @TempDir Path folder) {
        assertThat(unix.resolve(folder, name).getParent()).isEqualTo(folder);
        assertThat(windows.resolve(folder, name).getParent()).isEqualTo(folder);
        assertThat(windows.toLocal(name)).doesNotContain("\\", ":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "C:\\x;C%3A%5Cx",
                "con;%63on",
                "NUL.txt;%4EUL.txt",
                "com1;%63om1",
                "a?b*;a%3Fb%2A",
                "dot.;dot%2E",
                "50%;50%",
                "a%20b;a%20b",
                "a%3Ab;a%253Ab",
                "console;console",
                "ärger 日本.txt;ärger 日本.txt"
            })
    void windowsNamesAreMappedAndFoundAgain(String name, String local) {
        assertThat(windows.toLocal(name)).isEqualTo(local);
        assertThat(windows.original(local)).isEqualTo(name);
    }

    @Test
    void aNameThatEndsInABlankIsMapped() {
        assertThat(windows.toLocal("blank ")).isEqualTo("blank%20");
        assertThat(windows.original("blank%20")).isEqualTo("blank ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "con", "C:\\x", "a%20b", "%", "e\u0301", "\u00e9", "-x", "#[1]%"})
    void unixHoldsNearlyEverythingAsItIs(String name) {
        assertThat(unix.toLocal(name)).isEqualTo(name);
        assertThat(unix.original(name)).isEqualTo(name);
    }

    @Test
    void bytesThatAreNoTextAreEscaped() {
        String latin1 = "gr\uDCFC\uDCDFe";
        assertThat(unix.toLocal(latin1)).isEqualTo("gr%FC%DFe");
        assertThat(unix.original("gr%FC%DFe")).isEqualTo(latin1);
        assertThat(unix.toLocal("gr%FC%DFe")).isEqualTo("gr%25FC%25DFe");
        assertThat(unix.original("gr%25FC%25DFe")).isEqualTo("gr%FC%DFe");
    }

    @Test
    void addressesThatWereTakenForNamesStayAsTheyAre() {
        for (String name : List.of("caf%C3%A9.txt", "My%20File.txt", "100%25.txt")) {
            assertThat(unix.toLocal(name)).isEqualTo(name);
            assertThat(unix.original(name)).isEqualTo(name);
        }
    }

    @Test
    void aNameGoesBackToTheOneThatItCameFromWhereOnlyThatIsThere() {
        assertThat(unix.onServer("gr%FCn", "gr\uDCFCn"::equals)).isEqualTo("gr\uDCFCn");
        assertThat(unix.onServer("gr%FCn", name -> true)).isEqualTo("gr%FCn");
        assertThat(unix.onServer("gr%FCn", name -> false)).isEqualTo("gr%FCn");
        assertThat(windows.onServer("a%3Ab", "a:b"::equals)).isEqualTo("a:b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README", "a", "a%62", "%61", "%61%62", "x.TXT", "con", "a:b", "%41%3A", "%2561", "1 2"})
    void aNameThatIsKeptApartIsFoundAgain(String name) {
        for (LocalNames names : List.of(new LocalNames(true), new LocalNames(false))) {
            assertThat(names.original(names.apart(name))).isEqualTo(name);
            assertThat(names.original(names.toLocal(name))).isEqualTo(name);
        }
    }

    @Test
    void namesThatDifferByCaseAreApartOnEveryDisk() {
        LocalNames names = new LocalNames(false);
        assertThat(Stream.of("readme", "README", "Readme", "%72EADME")
                        .flatMap(name -> Stream.of(names.apart(name)))
                        .map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
    }
}
