// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Security;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads to servers with narrow rules for names: the temporary name keeps to them, too. */
class ForeignUploadTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            D:[ANN.WORK],        D:[ANN.WORK]NOTES.TXT,  "D:\\[ANN\\.WORK\\]TWINPORT_[A-Z2-7]{8}\\.TMP"
            "'ANN.'",            "'ANN.DATA.INPUT'",     "'ANN\\.DATA\\.TP[$][A-Z2-7]{5}'"
            "'ANN.JCL.CNTL'",    "'ANN.JCL.CNTL(NEW)'",  "'ANN\\.JCL\\.CNTL\\(TP[$][A-Z2-7]{5}\\)'"
            """)
    void growUnderANameThatTheServerTakes(String start, String target, String temporary) throws Exception {
        Map<String, String> files = new ConcurrentHashMap<>();
        Map<String, String> stored = new ConcurrentHashMap<>();
        var server = Responder.standard()
                .on("PWD", "257 \"" + start + "\" is the current directory")
                .on("FEAT", "500 what?")
                .on("STOR", (s, name) -> {
                    stored.put(name, "");
                    files.put(name, "content");
                    s.send("150 go").data(d -> d.receive()).send("226 done");
                })
                .on("SIZE", (s, name) -> s.send(files.containsKey(name) ? "213 7" : "550 no such file"))
                .on("MDTM", "500 what?")
                .on("RNFR", (s, name) -> s.send(files.remove(name) == null ? "550 no such file" : "350 to?"))
                .on("RNTO", (s, name) -> {
                    files.put(name, "content");
                    s.send("250 renamed");
                })
                .on(
                        "LIST",
                        (s, argument) ->
                                s.send("150 coming").data(d -> d.send("")).send("226 done"));
        Path local = Files.writeString(folder.resolve("local"), "content");
        try (var scripted = ScriptedServer.startForEach(server);
                var queue = new RealTransfers(scripted.host(), scripted.port(), Security.PLAIN, 1)) {
            queue.upload(local, RemotePath.of(target).toString(), false);
            QueueSnapshot end = queue.awaitEnd();
            assertThat(end.total().done()).as(() -> end + "\n" + queue.log).isEqualTo(1);
        }
        assertThat(files.keySet()).isEqualTo(Set.of(target));
        assertThat(stored.keySet()).singleElement().asString().matches(temporary);
    }
}
