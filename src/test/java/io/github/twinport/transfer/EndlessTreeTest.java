// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** A server that says of every link that it leads to a place where nobody has been: no loop can be seen. */
    @Test
    void linksThatAlwaysLeadToANewPlaceEndToo() throws Exception {
        AtomicInteger places = new AtomicInteger();
        var endless = Responder.standard()
                .on("PWD", (s, none) -> s.send("257 \"/place/" + places.incrementAndGet() + "\""))
                .on(
                        "MLSD",
                        (s, name) -> s.send("150 coming")
                                .data(d ->
                                        d.send("type=file;size=4; f\r\n").send("type=OS.unix=slink:/elsewhere; l\r\n"))
                                .send("226 done"))
                .on(
                        "RETR",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send("data")).send("226 done"));
        QueueSnapshot end;
        try (var server = ScriptedServer.startForEach(endless);
                var queue = new RealTransfers(
                        server.host(), server.port(), Security.PLAIN, 2, LocalFiles.DISK, new EveryLink())) {
            // Not from the top: each level costs as many questions as there are levels above.
            queue.download(folder.resolve("target"), "/d".repeat(250), true);
            end = queue.awaitEnd();
        }

        assertThat(end.total().done()).isBetween(5, 20);
        assertThat(end.items().getFirst().state()).isInstanceOf(TransferState.Failed.class);
        try (var files = Files.walk(folder)) {
            assertThat(files.count()).isLessThan(100);
        }
    }

    private record EveryLink() implements EntryFilter {
        @Override
        public boolean accepts(TransferRequest entry, boolean link) {
            return true;
        }

        @Override
        public boolean entersRemoteLinks() {
            return true;
        }
    }
}
