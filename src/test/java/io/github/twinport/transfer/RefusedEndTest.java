// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server refuses an upload in the end, which by then has been given its last name. */
class RefusedEndTest {

    private static final String NEW = "/new";
    private static final String CONTENT = "hello";

    @TempDir
    private Path folder = Path.of("");

    private final ScriptedFiles server = new ScriptedFiles();
    private final Map<String, String> files = server.files;
    private final AtomicInteger stored = new AtomicInteger();

    /** How many bytes of the first upload get through. */
    private int arriving;

    /** Whether what was given its last name can be deleted. */
    private String deletion = "";

    @Test
    void aFileThatIsDeletedAgainIsSentAgain() throws Exception {
        arriving = 2;
        deletion = "250 gone";
        assertSentWithoutQuestions(2);
    }

    @Test
    void aPartThatCannotBeDeletedIsReplacedWithoutAQuestion() throws Exception {
        arriving = 2;
        deletion = "450 busy";
        assertSentWithoutQuestions(2);
    }

    @Test
    void aCompleteFileThatCannotBeDeletedIsThere() throws Exception {
        arriving = CONTENT.length();
        deletion = "450 busy";
        assertSentWithoutQuestions(1);
    }

    private void assertSentWithoutQuestions(int times) throws Exception {
        Path local = Files.writeString(folder.resolve("local"), CONTENT);
        try (var scripted = ScriptedServer.startForEach(script());
                var queue = new RealTransfers(scripted.host(), scripted.port(), Security.PLAIN, 1)) {
            queue.upload(local, NEW, false);
            QueueSnapshot end = queue.await(now -> now.total().asking() > 0
                    || now.items().stream().allMatch(item -> item.state().isFinished()));
            assertThat(end.total().done()).as(end::toString).isEqualTo(1);
            assertThat(files).isEqualTo(Map.of(NEW, CONTENT));
            assertThat(stored).hasValue(times);
        }
    }

    private Responder script() {
        return server.responder()
                .on("STOR", (s, name) -> {
                    s.send("150 go").data(d -> files.put(name, received(d.receive(CONTENT.length() + 1))));
                    s.send(stored.get() == 1 ? "451 not now" : "226 done");
                })
                .on("DELE", (s, name) -> {
                    if (name.equals(NEW) && deletion.startsWith("2")) {
                        files.remove(name);
                    }
                    s.send(name.equals(NEW) ? deletion : "550 no such file");
                })
                .on("RNTO", (s, name) -> {
                    files.put(name, server.takeRenamed(s));
                    s.send("250 renamed");
                });
    }

    private String received(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.US_ASCII);
        return stored.incrementAndGet() == 1 ? all.substring(0, arriving) : all;
    }
}
