// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.files.PathSyntax;
import io.github.twinport.i18n.Messages;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenamePatternTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 21, 9, 12, 46);

    @ParameterizedTest
    @CsvSource({
        "{name} ({n}){ext},     photo.jpg, photo (2).jpg",
        "{name}{ext}.{n},       photo.jpg, photo.jpg.2",
        "{date} {time} {name}{ext}, photo.jpg, 2026-11-21 09-12-46 photo.jpg",
        "copy {n} of {name},    photo.jpg, copy 2 of photo",
        "{name} {ext},          README,    README",
        "{name}_{date}{ext},    .profile,  .profile_2026-11-21",
    })
    void fieldsAreFilled(String pattern, String original, String expected) {
        assertThat(new RenamePattern(pattern).name(original, 2, NOW, PathSyntax.SLASH))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "copy,           NAME",
        "'',             NAME",
        "{n}{ext},       NAME",
        "{name} {nr},    FIELD",
        "{name} {n,      FIELD",
        "{name} n},      FIELD",
        "{name}{name},   TWICE",
        "{name}/{n},     CHARACTER",
        "../{name},      CHARACTER",
        "{name}:{n},     CHARACTER",
        "{name}%{n},     CHARACTER",
        "{name}.,        CHARACTER",
        "' {name}',      CHARACTER",
    })
    void saysWhatIsWrong(String pattern, RenamePattern.Problem problem) {
        assertThat(RenamePattern.problem(pattern)).contains(problem);
        assertThatThrownBy(() -> new RenamePattern(pattern)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new RenameProblems(Messages.forLocale(Locale.ENGLISH)).of(pattern))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name}\n{n}", "{name}\u202E", "{name}\u0000"})
    void invisibleCharactersAreRefused(String pattern) {
        assertThat(RenamePattern.problem(pattern)).contains(RenamePattern.Problem.CHARACTER);
    }

    @Test
    void aPatternHasAnEnd() {
        assertThat(RenamePattern.problem("{name}" + "x".repeat(100))).contains(RenamePattern.Problem.LENGTH);
    }

    @Test
    void longNamesAreShortenedInTheirFirstPart() {
        String name = RenamePattern.STANDARD.name("日".repeat(84) + ".txt", 12, NOW, PathSyntax.SLASH);

        assertThat(name).startsWith("日日").endsWith(" (12).txt");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(250, 255);
    }

    @Test
    void namesAreWhatTheServerCanHold() {
        assertThat(RenamePattern.STANDARD.name("REPORT.TXT", 2, NOW, PathSyntax.VMS))
                .isEqualTo("REPORT__2_.TXT");
        assertThat(RenamePattern.STANDARD.name("A".repeat(39) + ".TXT", 2, NOW, PathSyntax.VMS))
                .isEqualTo("A".repeat(35) + "__2_.TXT");
        assertThat(RenamePattern.STANDARD.name("PAYROLLS", 10, NOW, PathSyntax.MVS))
                .isEqualTo("PAYROL10");
        assertThat(new RenamePattern("{date}{name}").name("M", 2, NOW, PathSyntax.MVS))
                .startsWith("T2026");
    }

    @Test
    void theRulesKeepIt() {
        TransferRules rules = TransferRules.DEFAULT.withRenamePattern(new RenamePattern("{name} = {n}+{ext}"));

        assertThat(TransferRules.of(rules.text())).isEqualTo(rules);
        assertThat(TransferRules.of("renamePattern=%7Bn%7D")).isEqualTo(TransferRules.DEFAULT);
        assertThat(TransferRules.of("renamePattern=%zz")).isEqualTo(TransferRules.DEFAULT);
    }
}
