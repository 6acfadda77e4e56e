// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that shows a folder inside itself, as some do with links: every folder holds a file and that folder again. */
class EndlessTreeTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDownloadOfFoldersWithoutEndEnds() throws Exception {
        var endless = Responder.standard()
                .on(
                        "MLSD",
                        (s, name) -> s.send("150 coming")
                                .data(d -> d.send("type=file;size=4;modify=20250304050607; f\r\ntype=dir; d\r\n"))
                                .send("226 done"))
                .on(
                        "RETR",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send("data")).send("226 done"));
        QueueSnapshot end;
        try (var server = ScriptedServer.startForEach(endless);
                var queue = new RealTransfers(server.host(), server.port(), Security.PLAIN, 2)) {
            queue.download(folder.resolve("target"), "/", true);
            end = queue.awaitEnd();
        }

        assertThat(end.total().done()).isGreaterThan(200);
        assertThat(end.items().getFirst().state()).isInstanceOf(TransferState.Failed.class);
        try (var files = Files.walk(folder)) {
            assertThat(files.count()).isLessThan(1_000);
        }
    }
}
