// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {

    @Test
    void followsTheCustomOfEachSystem() {
        assertThat(folder("Linux", Map.of(), Map.of())).isEqualTo(Path.of("/home/ada/.local/share/twinport"));
        assertThat(folder("Linux", Map.of(), Map.of("XDG_DATA_HOME", "/data"))).isEqualTo(Path.of("/data/twinport"));
        assertThat(folder("Mac OS X", Map.of(), Map.of()))
                .isEqualTo(Path.of("/home/ada/Library/Application Support/Twinport"));
        assertThat(folder("Windows 11", Map.of(), Map.of("APPDATA", "/roaming")))
                .isEqualTo(Path.of("/roaming/Twinport"));
        assertThat(folder("Windows 11", Map.of(), Map.of())).isEqualTo(Path.of("/home/ada/AppData/Roaming/Twinport"));
    }

    @Test
    void ignoresARelativeXdgFolder() {
        assertThat(folder("Linux", Map.of(), Map.of("XDG_DATA_HOME", "data")))
                .isEqualTo(Path.of("/home/ada/.local/share/twinport"));
    }

    @Test
    void takesTheProfileBeforeAllElse() {
        assertThat(folder("Linux", Map.of(DataFolder.PROFILE_PROPERTY, "/tmp/p/../q"), Map.of("XDG_DATA_HOME", "/d")))
                .isEqualTo(Path.of("/tmp/q"));
    }

    private static Path folder(String system, Map<String, String> properties, Map<String, String> environment) {
        Map<String, String> base = Map.of("user.home", "/home/ada", "os.name", system);
        return DataFolder.of(name -> properties.getOrDefault(name, base.get(name)), environment::get);
    }
}
