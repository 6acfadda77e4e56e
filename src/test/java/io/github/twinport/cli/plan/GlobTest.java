// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "*.o, a.o, true",
        "*.o, deep/er/a.o, true",
        "*.o, a.obj, false",
        "*.o, a.o/b, false",
        "a?c, abc, true",
        "a?c, a/c, false",
        "/a, a, true",
        "/a, b/a, false",
        "a/b, a/b, true",
        "a/b, x/a/b, false",
        "a/*, a/b, true",
        "a/*, a/b/c, false",
        "a/**, a/b/c, true",
        "**/b, b, true",
        "**/b, x/y/b, true",
        "**/b, xb, false",
        "a/**/z, a/z, true",
        "a/**/z, a/b/c/z, true",
        "[a-c]x, bx, true",
        "[a-c]x, dx, false",
        "[!a-c]x, dx, true",
        "[!a-c]x, ax, false",
        "[]]x, ]x, true",
        "'\\*', '*', true",
        "'\\*', a, false",
        "a.b, axb, false",
        "(a|b), a, false",
        "'?', 😀, true"
    })
    void namesPaths(String pattern, String path, boolean expected) {
        assertThat(Glob.of(pattern).matches(path, false)).isEqualTo(expected);
    }

    @Test
    void aSlashAtTheEndMeansFoldersOnly() {
        assertThat(Glob.of("build/").matches("x/build", true)).isTrue();
        assertThat(Glob.of("build/").matches("x/build", false)).isFalse();
    }

    @Test
    void namesWithALineBreakOrWithoutTextAreNamesToo() {
        assertThat(Glob.of("a*z").matches("a\n\uDCE4z", false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "[a", "x[!"})
    void refusesWhatMeansNothing(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> Glob.of(pattern));
    }

    @Test
    void excludedFoldersAreOutWithAllTheyHoldWhateverIsIncluded() {
        Selection selection = new Selection(List.of(Glob.of("*.c")), List.of(Glob.of("old/")), Links.FOLLOW);
        assertThat(selection.accepts("a.c", false)).isTrue();
        assertThat(selection.accepts("a.h", false)).isFalse();
        assertThat(selection.accepts("src", true)).isTrue();
        assertThat(selection.accepts("old", true)).isFalse();
        assertThat(selection.accepts("old", false)).isFalse();
    }

    @Test
    void anIncludedFolderIsMeantWithAllItHolds() {
        Selection selection = new Selection(List.of(Glob.of("/docs")), List.of(Glob.of("*~")), Links.FOLLOW);
        assertThat(selection.accepts("docs/a/b", false)).isTrue();
        assertThat(selection.accepts("docs/a/b~", false)).isFalse();
        assertThat(selection.accepts("other/a", false)).isFalse();
    }

    @Test
    void aPatternOfManyStarsIsDecidedQuickly() {
        Glob glob = Glob.of("a*a*a*a*a*b");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(glob.matches("a".repeat(255), false)).isFalse());
    }
}
