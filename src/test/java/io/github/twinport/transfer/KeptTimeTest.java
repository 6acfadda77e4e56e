// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads keep the times of their sources, also on a server that cannot set a time just now. */
class KeptTimeTest {

    private static final Instant TIME = Instant.parse("2025-03-04T05:06:07Z");

    @TempDir
    private Path folder = Path.of("");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> set = new CopyOnWriteArrayList<>();
    private final AtomicBoolean stored = new AtomicBoolean();

    @ParameterizedTest
    @ValueSource(ints = {5, 500_000})
    void aTimeThatCannotBeSetJustNowIsSetAMomentLater(int size) throws Exception {
        Path local = Files.write(folder.resolve("local"), new byte[size]);
        Files.setLastModifiedTime(local, FileTime.from(TIME));
        var server = Responder.standard()
                .on("SIZE", (s, name) -> s.send(stored.get() ? "213 " + size : "550 no such file"))
                .on("STOR", (s, name) -> {
                    stored.set(true);
                    s.send("150 go").data(d -> d.receive()).send("226 done");
                })
                .on("RNFR", "350 to?")
                .on("RNTO", "250 renamed")
                .on("MDTM", (s, argument) -> {
                    asked.add(argument);
                    if (asked.size() == 1) {
                        s.send("450 not now");
                    } else {
                        set.add(argument);
                        s.send("213 done");
                    }
                });
        try (var scripted = ScriptedServer.startForEach(server);
                var queue = new RealTransfers(scripted.host(), scripted.port(), Security.PLAIN, 1)) {
            queue.upload(local, "/file", false);
            QueueSnapshot end = queue.awaitEnd();
            assertThat(end.total().done()).as(end::toString).isEqualTo(1);
        }
        assertThat(set).singleElement().asString().startsWith("20250304050607 /");
        assertThat(set.getFirst()).matches(size == 5 ? ".* /file" : ".* /\\.file\\..*\\.twinport-part");
    }
}
