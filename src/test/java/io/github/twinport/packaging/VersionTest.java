// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The version is written in few places, and the same in all. */
class VersionTest {

    @Test
    void theImageHasTheVersionOfTheProject() throws IOException {
        String project = first("pom.xml", "<artifactId>twinport</artifactId>\\s*<version>([^<]+)<");

        assertThat(project).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(first("jpackage.cfg", "--app-version (\\S+)")).isEqualTo(project);
        assertThat(Files.readString(Path.of("CHANGELOG.md"))).contains(project);
    }

    private static String first(String file, String pattern) throws IOException {
        var matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
        assertThat(matcher.find()).as(file).isTrue();
        return matcher.group(1);
    }
}
