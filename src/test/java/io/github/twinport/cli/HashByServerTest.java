// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The replies of servers to the commands that compute digests. */
class HashByServerTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HASH SHA-1*;SHA-256 | HASH | 213 SHA-1 0-5 AAF4C61DDCC5E8A2DABEDE0F3B482CD9AEA9434D /a | SHA-1",
                "XSHA1               | XSHA1 | 250 AAF4C61DDCC5E8A2DABEDE0F3B482CD9AEA9434D              | SHA-1",
                "XMD5 filename       | XMD5 | 250 /a 5d41402abc4b2a76b9719d911017c592                    | MD5",
                "XCRC                | XCRC | 250 3610A686                                             | CRC32"
            })
    void areUnderstood(String feature, String verb, String reply, String algorithm) {
        Responder responder = Responder.standard()
                .on("FEAT", (s, argument) -> s.sendLines("211-Features:", " " + feature, "211 End"))
                .on(verb, reply);
        try (var server = ScriptedServer.startForEach(responder)) {
            Shell shell = new Shell(folder);
            assertThat(shell.run("hash", "--json", "ftp://127.0.0.1:" + server.port() + "/a"))
                    .as(shell::all)
                    .isZero();
            assertThat(shell.json()).singleElement().satisfies(event -> {
                assertThat(event.path("algorithm").asString()).isEqualTo(algorithm);
                assertThat(event.path("by").asString()).isEqualTo("server");
                assertThat(reply.toLowerCase(Locale.ROOT))
                        .contains(event.path("digest").asString());
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"250 nothing,3", "550 no such file,1"})
    void areRefusedWhenTheyAreNone(String reply, int exit) {
        Responder responder = Responder.standard()
                .on("FEAT", (s, argument) -> s.sendLines("211-Features:", " XMD5", "211 End"))
                .on("XMD5", reply);
        try (var server = ScriptedServer.startForEach(responder)) {
            Shell shell = new Shell(folder);
            assertThat(shell.run("hash", "ftp://127.0.0.1:" + server.port() + "/a"))
                    .isEqualTo(exit);
            assertThat(shell.out()).isEmpty();
        }
    }
}
