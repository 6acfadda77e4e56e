// SPDX-License-Identifier: Apache-2.0
package io.github.twinport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwinportTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void tellsItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(text(out)).matches("Twinport \\d+\\.\\d+\\.\\d+\\R");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void refusesUnknownArgumentsInOneSentence() {
        assertThat(run("--bogus")).isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err).lines()).singleElement().asString().contains("--bogus");
    }

    private int run(String... arguments) {
        return Twinport.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
