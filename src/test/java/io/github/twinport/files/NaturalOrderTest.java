// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    @Test
    void ordersNamesAsPeopleExpect() {
        List<String> expected = List.of(
                "1", "2", "10", "a", "a1", "a2", "a10", "a10b", "Äpfel", "apfelmus", "B", "x007y", "x8y", "x10", "z");
        List<String> names = new ArrayList<>(expected);
        Collections.reverse(names);
        names.sort(Comparator.comparing(NaturalOrder::key));
        assertThat(names).isEqualTo(expected);
    }

    @Test
    void leadingZerosAndCapitalsDoNotCount() {
        assertThat(NaturalOrder.key("IMG_0042.JPG")).isEqualTo(NaturalOrder.key("img_42.jpg"));
        assertThat(NaturalOrder.key("0")).isEqualTo(NaturalOrder.key("000"));
    }
}
