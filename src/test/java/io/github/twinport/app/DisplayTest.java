// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {

    @Test
    void needsAnXServerOnLinuxOnly() {
        assertThat(Display.isPresent("Linux", null, Map.of())).isFalse();
        assertThat(Display.isPresent("Linux", null, Map.of("DISPLAY", " "))).isFalse();
        assertThat(Display.isPresent("Linux", null, Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(Display.isPresent("Windows 11", null, Map.of())).isTrue();
        assertThat(Display.isPresent("Mac OS X", null, Map.of())).isTrue();
    }

    @Test
    void needsNothingOnTheHeadlessPlatform() {
        assertThat(Display.isPresent("Linux", "Headless", Map.of())).isTrue();
    }
}
