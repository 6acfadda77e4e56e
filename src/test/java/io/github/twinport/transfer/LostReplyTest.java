// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.transfer.rules.ExistingRule;
import io.github.twinport.transfer.rules.TransferRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads to a server that does what it is told, but whose connection ends before it can say so. */
class LostReplyTest {

    private static final String NEW = "/file";

    @TempDir
    private Path folder = Path.of("");

    private final ScriptedFiles server = new ScriptedFiles();
    private final Map<String, String> files = server.files;
    private final List<String> deleted = new CopyOnWriteArrayList<>();
    private final AtomicInteger stored = new AtomicInteger();
    private final AtomicInteger renamed = new AtomicInteger();
    private String content = "";
    private TransferRules rules = TransferRules.DEFAULT;

    /** How many bytes of the first upload get through. */
    private int arriving = Integer.MAX_VALUE;

    @ParameterizedTest
    @ValueSource(ints = {5, 500_000})
    void aRenamedFileIsThere(int size) throws Exception {
        QueueSnapshot end = upload(size);

        assertThat(end.total().done()).as(end::toString).isEqualTo(1);
        assertThat(files).isEqualTo(Map.of(NEW, content));
        assertThat(stored).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 500_000})
    void aFileThatHasReplacedAnotherIsNotTakenForThatOne(int size) throws Exception {
        files.put(NEW, "old");
        rules = rules.withExisting(ExistingRule.OVERWRITE);
        QueueSnapshot end = upload(size);

        assertThat(end.total().done()).as(end::toString).isEqualTo(1);
        assertThat(files).isEqualTo(Map.of(NEW, content));
        assertThat(deleted).isEmpty();
    }

    @Test
    void aShortFileOfWhichSomeWasLostBeforeItWasRenamedIsSentAgain() throws Exception {
        arriving = 2;
        rules = rules.withExisting(ExistingRule.SKIP);
        QueueSnapshot end = upload(5);

        assertThat(end.total().done()).as(end::toString).isEqualTo(1);
        assertThat(files).isEqualTo(Map.of(NEW, content));
        assertThat(stored).hasValue(2);
    }

    private QueueSnapshot upload(int size) throws Exception {
        content = "0123456789".repeat(size / 10 + 1).substring(0, size);
        Path local = Files.writeString(folder.resolve("local"), content);
        try (var scripted = ScriptedServer.startForEach(script());
                var queue = new RealTransfers(scripted.host(), scripted.port(), Security.PLAIN, 1)) {
            queue.rules = rules;
            queue.upload(local, NEW, false);
            return queue.await(now -> now.total().asking() > 0
                    || now.items().stream().allMatch(item -> item.state().isFinished()));
        }
    }

    private Responder script() {
        return server.responder()
                .on("STOR", (s, name) -> {
                    s.send("150 go").data(d -> files.put(name, received(d.receive(content.length()))));
                    s.send("226 done");
                })
                .on("DELE", (s, name) -> {
                    if (!name.endsWith("-part")) {
                        deleted.add(name);
                    }
                    s.send(files.remove(name) == null ? "550 no such file" : "250 gone");
                })
                .on("RNTO", (s, name) -> {
                    String moving = server.takeRenamed(s);
                    if (moving == null) {
                        s.send("553 no such file");
                        return;
                    }
                    files.put(name, moving);
                    if (renamed.incrementAndGet() == 1) {
                        s.reset();
                    } else {
                        s.send("250 renamed");
                    }
                });
    }

    private String received(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.US_ASCII);
        return stored.incrementAndGet() == 1 ? all.substring(0, Math.min(arriving, all.length())) : all;
    }
}
