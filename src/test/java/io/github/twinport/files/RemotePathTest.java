// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemotePathTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /              | /              | /              | null
            /a/b           | /a/b           | /a/b           | /a
            a//./b/../c    | /a/c           | /a/c           | /a
            /../..         | /              | /              | null
            /'A.B'         | /'A.B'         | /'A.B'         | /
            /D:[A]B        | /D:[A]B        | /D:[A]B        | /
            C:\\dir         | C:\\dir         | C:\\dir         | C:\\
            /C:\\dir        | /C:\\dir        | /C:\\dir        | /
            D:[000000]     | D:[000000]     | D:[000000]     | null
            D:[A]          | D:[000000]A    | D:[A]          | D:[000000]
            D$1:[000000.A.B_1] | D$1:[A]B_1 | D$1:[A.B_1]    | D$1:[000000]A
            D:[A.B]C.TXT;2 | D:[A.B]C.TXT;2 | D:[A.B.C^.TXT^;2] | D:[A]B
            D:[A^.B]C      | D:[A^.B]C      | D:[A^.B.C]     | D:[000000]A^.B
            D:[A]X^]Y^:Z   | D:[A]X^]Y^:Z   | D:[A.X^]Y^:Z]  | D:[000000]A
            'ANN.'         | 'ANN.'         | 'ANN.'         | null
            'A.B.'         | 'A.B.'         | 'A.B.'         | 'A.'
            'A.B.C'        | 'A.B.C'        | 'A.B.C'        | 'A.B.'
            'A.B(C)'       | 'A.B(C)'       | 'A.B(C)'       | 'A.B'
            """)
    void readsAndWritesTheNotationsOfServers(String text, String file, String folder, String parent) {
        RemotePath path = RemotePath.of(text);
        assertThat(path).hasToString(file);
        assertThat(path.folderText()).isEqualTo(folder);
        assertThat(String.valueOf(path.parent())).isEqualTo(parent);
        assertThat(RemotePath.of(path.toString())).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /a      | b/c       | /a/b/c
            /a      | ../b      | /b
            /a      | /b        | /b
            /a      | 'B'       | /a/'B'
            D:[A]   | B         | D:[A]B
            D:[A]   | ../../..  | D:[000000]
            D:[A]   | E:[F]G    | E:[F]G
            D:[A]   | 'F'       | 'F'
            'ANN.'  | B.C       | 'ANN.B.C'
            'ANN.'  | 'BOB.X'   | 'BOB.X'
            'A.B'   | MEMBER    | 'A.B(MEMBER)'
            'ANN.'  | /u/ann    | /u/ann
            """)
    void followsWhatAUserTypes(String base, String typed, String path) {
        assertThat(RemotePath.of(base).resolve(typed)).hasToString(path);
    }

    @Test
    void namesOfVmsNeverBecomePaths() {
        RemotePath folder = RemotePath.of("D:[A]");
        assertThat(folder.child("X]Y:Z.TXT")).hasToString("D:[A]X^]Y^:Z.TXT");
        assertThat(folder.child("MY.DIR").folderText()).isEqualTo("D:[A.MY^.DIR]");
        assertThat(folder.child("A^[B^].TXT")).hasToString("D:[A]A^[B^].TXT");
        assertThat(folder.child("B^").child("C.TXT")).hasToString("D:[A.B^^]C.TXT");
        assertThat(PathSyntax.VMS.isEntry("X]Y")).isFalse();
        assertThat(PathSyntax.VMS.isEntry("[-]X")).isFalse();
        assertThat(PathSyntax.VMS.isEntry("A^[B^].TXT;3")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"D:[A:B]", "D:[A>B]C", "D:[A", "D:[A]B^", "D:[A^/B]", "D E:[A]", ":[A]", "D:[A]B]", "D:[A]B:"})
    void whatLacksAMarkOrHasOneTooManyIsNotOfVms(String text) {
        assertThat(RemotePath.of(text)).hasToString("/" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'N.(X..)'", "'N.(X)'", "'N(X.Y)'", "'A..B'", "'A", "'A B'", "''", "'A()'"})
    void whatIsNoNameOfADataSetIsNotOfMvs(String text) {
        assertThat(RemotePath.of(text)).hasToString("/" + text);
    }

    @Test
    void longTextsOfHostileServersAreRead() {
        String name = "^a".repeat(30_000);
        assertThat(RemotePath.of("D:[" + name + "]").segments()).containsExactly("D:", name);
        assertThat(RemotePath.of("D:[" + "a.".repeat(30_000) + "]").segments()).hasSize(30_001);
        assertThat(RemotePath.of("'" + "a.".repeat(30_000) + "c(b)'").segments())
                .hasSize(30_002);
    }

    @Test
    void namesOfMvsNeverBecomePaths() {
        assertThat(PathSyntax.MVS.isEntry("A.B(C)")).isFalse();
        assertThat(PathSyntax.MVS.isEntry("'X'")).isFalse();
        assertThat(PathSyntax.MVS.isEntry("A B")).isFalse();
        assertThat(PathSyntax.MVS.isEntry("A.B@1#")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "D:[A]", "'ANN.'"})
    void refusesNamesThatArePathsInAnyNotation(String folder) {
        RemotePath path = RemotePath.of(folder);
        for (String name : List.of("", ".", "..", "a/b", "../x", "a\rb", "a\nb", "a\0b")) {
            assertThatThrownBy(() -> path.child(name)).isInstanceOf(IllegalArgumentException.class);
            assertThat(path.syntax().isEntry(name)).isFalse();
        }
    }

    @Test
    void temporaryNamesKeepToTheRulesOfTheServer() {
        assertThat(PathSyntax.SLASH.temporaryName("k7abcdef")).isNull();
        assertThat(PathSyntax.SLASH.isTemporaryName("TWINPORT_K7ABCDEF.TMP")).isFalse();
        assertThat(PathSyntax.VMS.temporaryName("k7abcdef")).isEqualTo("TWINPORT_K7ABCDEF.TMP");
        assertThat(PathSyntax.VMS.isTemporaryName("TWINPORT_K7ABCDEF.TMP;2")).isTrue();
        assertThat(PathSyntax.VMS.isTemporaryName("TWINPORT.TMP;2")).isFalse();
        assertThat(PathSyntax.MVS.temporaryName("k7abcdef"))
                .isEqualTo("TP$K7ABC")
                .matches("[A-Z][A-Z0-9$]{7}");
        assertThat(PathSyntax.MVS.isTemporaryName("TP$K7ABC")).isTrue();
        assertThat(PathSyntax.MVS.isTemporaryName("TPK7ABCD")).isFalse();
    }

    @Test
    void pathsOfDifferentNotationsHaveNothingInCommon() {
        assertThat(RemotePath.of("D:[A.B]").startsWith(RemotePath.of("D:[A]"))).isTrue();
        assertThat(RemotePath.of("/D:/A").startsWith(RemotePath.of("D:[A]"))).isFalse();
        assertThat(RemotePath.of("'A.B'")).isNotEqualTo(RemotePath.of("/A./B"));
    }

    @Test
    void pathsThatBeginWithoutASlashStayAsTheyAreStated() {
        for (String text : List.of("C:\\data", "C:\\", "C:/dir", "C:/", "D:/a/b c", "QGPL", "home/user", "dir\\sub")) {
            assertThat(RemotePath.stated(text)).hasToString(text);
        }
        assertThat(RemotePath.stated("/a/b")).isEqualTo(RemotePath.of("/a/b"));
        assertThat(RemotePath.stated("")).isEqualTo(RemotePath.ROOT);
        assertThat(RemotePath.stated(".")).isEqualTo(RemotePath.ROOT);
        assertThat(RemotePath.of("pub"))
                .as("what a user types begins at the root")
                .hasToString("/pub");
        assertThat(RemotePath.of("C:\\data")).hasToString("C:\\data");
    }

    @Test
    void pathsWithoutASlashInFrontAreWalkedInTheirOwnWay() {
        RemotePath data = RemotePath.stated("C:\\data");
        assertThat(data.child("a")).hasToString("C:\\data\\a");
        assertThat(data.parent()).hasToString("C:\\");
        assertThat(data.parent().parent()).isNull();
        assertThat(data.resolve("sub\\x")).hasToString("C:\\data\\sub\\x");
        assertThat(data.resolve("sub/x")).hasToString("C:\\data\\sub\\x");
        assertThat(data.resolve("..")).hasToString("C:\\");
        assertThat(data.resolve("D:\\other")).hasToString("D:\\other");
        assertThat(data.resolve("C:\\other")).hasToString("C:\\other");
        RemotePath library = RemotePath.stated("QGPL");
        assertThat(library.resolve("QGPL/A")).hasToString("QGPL/A");
        assertThat(library.resolve("A")).hasToString("QGPL/A");
        assertThat(library.parent()).isNull();
    }
}
