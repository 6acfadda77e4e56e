// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.transfer.rules.RenamePattern;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 21, 9, 12, 46);

    @Test
    void aPatternWithoutANumberIsNumberedWhenItsNameIsTakenToo() {
        Set<String> taken = Set.of("a.txt", "a 2026-11-21.txt", "a 2026-11-21 (2).txt");
        FreeName free = new FreeName(new RenamePattern("{name} {date}{ext}"), NOW, LocalNames.HERE);

        assertThat(free.beside("b.txt", taken::contains)).isEqualTo("b 2026-11-21.txt");
        assertThat(free.beside("a.txt", taken::contains)).isEqualTo("a 2026-11-21 (3).txt");
        assertThat(new FreeName(new RenamePattern("{name}{ext}"), NOW, LocalNames.HERE)
                        .beside("c.txt", taken::contains))
                .isEqualTo("c (2).txt");
    }

    @Test
    void namesOfAnotherDiskStayReadable() {
        FreeName free = new FreeName(RenamePattern.STANDARD, NOW, new LocalNames(true));

        assertThat(free.beside("a:b.txt", Set.of()::contains)).isEqualTo("a%3Ab (2).txt");
        assertThat(free.beside("100%.txt", Set.of()::contains)).isEqualTo("100% (2).txt");
    }

    @Test
    void temporaryNamesAreHiddenAndSayWhatTheyAre() {
        assertThat(TemporaryName.of("photo.jpg")).isEqualTo(".photo.jpg.twinport-part");
    }

    @Test
    void temporaryNamesOfLongNamesFitAndDiffer() {
        String first = TemporaryName.of("日".repeat(84) + "a");
        String second = TemporaryName.of("日".repeat(84) + "b");

        assertThat(first.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(255);
        assertThat(first).endsWith(".twinport-part").isNotEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({
        "photo.jpg,photo (4).jpg",
        "README,README (2)",
        ".profile,.profile (2)",
        "a.tar.gz,a (2).tar.gz",
        ".tar.gz,.tar (2).gz"
    })
    void freeNamesCountUp(String name, String free) {
        Set<String> taken = Set.of("photo.jpg", "photo (2).jpg", "photo (3).jpg");

        assertThat(new FreeName(RenamePattern.STANDARD, NOW, LocalNames.HERE).beside(name, taken::contains))
                .isEqualTo(free);
    }
}
