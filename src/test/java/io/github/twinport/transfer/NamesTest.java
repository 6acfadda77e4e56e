// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

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
    @CsvSource({"photo.jpg,photo (4).jpg", "README,README (2)", ".profile,.profile (2)", "a.tar.gz,a.tar (2).gz"})
    void freeNamesCountUp(String name, String free) {
        Set<String> taken = Set.of("photo.jpg", "photo (2).jpg", "photo (3).jpg");

        assertThat(FreeName.beside(name, taken::contains)).isEqualTo(free);
    }
}
