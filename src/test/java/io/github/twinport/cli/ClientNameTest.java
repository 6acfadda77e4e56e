// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that want to know who is there (CLNT) are told; others are not. */
class ClientNameTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isToldWhereTheServerAsksForIt(boolean asked) {
        Responder responder = Responder.standard()
                .on(
                        "FEAT",
                        (s, none) -> s.sendLines("211-Features:", asked ? " CLNT" : " SIZE", " MLST type*;", "211 End"))
                .on("CLNT", "200 noted")
                .on(
                        "MLSD",
                        (s, none) -> s.send("150 coming").data(d -> d.send("")).send("226 done"));
        try (var server = ScriptedServer.startForEach(responder)) {
            Shell shell = new Shell(folder.resolve("profile"));
            assertThat(shell.run("ls", "ftp://me:pw@127.0.0.1:" + server.port() + "/"))
                    .as(shell::all)
                    .isZero();
            assertThat(server.commands().contains("CLNT Twinport")).isEqualTo(asked);
        }
    }
}
