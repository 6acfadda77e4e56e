// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.session.Session;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ScriptedTree;
import io.github.twinport.support.ServerKind;
import io.github.twinport.transfer.ListingNotWholeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers show links to folders as folders: what they lead to stays when they are deleted in the window. */
class RemoteDeletionTest {

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"VSFTPD", "PROFTPD", "PUREFTPD"})
    void nothingIsDeletedThroughALink(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        try (var server = RealServer.start(kind, RealServer.Options.of(Security.PLAIN))) {
            Path kept = Files.createDirectories(server.root().resolve("kept/inside"));
            Files.writeString(kept.resolve("file"), "precious");
            Path doomed = Files.createDirectories(server.root().resolve("doomed/sub"));
            Files.writeString(doomed.resolve("file"), "rubbish");
            Files.createSymbolicLink(doomed.resolve("link"), Path.of("../../kept"));
            server.adopt();
            delete(new Server(server.host(), server.port(), Security.PLAIN), RealServer.USER, "doomed");

            assertThat(server.root().resolve("doomed")).doesNotExist();
            assertThat(kept.resolve("file")).hasContent("precious");
        }
    }

    @Test
    void aLinkIsNotAFolderBecauseItCannotBeDeletedJustNow() throws Exception {
        List<String> commands = new CopyOnWriteArrayList<>();
        var responder = Responder.standard()
                .on("DELE", (s, name) -> {
                    commands.add("DELE " + name);
                    s.send(commands.size() == 1 ? "450 not now" : "250 gone");
                })
                .on("MLSD", (s, name) -> {
                    commands.add("MLSD " + name);
                    s.send("150 coming")
                            .data(d -> d.send("type=file;size=8; precious\r\n"))
                            .send("226 done");
                });
        try (var server = ScriptedServer.startForEach(responder)) {
            delete(new Server(server.host(), server.port(), Security.PLAIN), "test", "link");
        }

        assertThat(commands).containsExactly("DELE /link", "DELE /link");
    }

    @Test
    void nothingIsDeletedInAFolderThatIsNotShownWhole() {
        var tree = new ScriptedTree().file("/top/a", "a").file("/top/sub/b", "b");
        tree.says("/top/sub", "226 Output truncated to 1 matches");
        try (var server = ScriptedServer.startForEach(tree.responder())) {
            assertThatThrownBy(() -> delete(new Server(server.host(), server.port(), Security.PLAIN), "test", "top"))
                    .hasCauseInstanceOf(ListingNotWholeException.class);
        }
        assertThat(tree.files).containsOnlyKeys("/top/a", "/top/sub/b");
    }

    @Test
    void nothingIsDeletedOfATreeWithoutEnd() {
        var endless = Responder.standard()
                .on(
                        "MLSD",
                        (s, name) -> s.send("150 coming")
                                .data(d -> d.send("type=file;size=1; f\r\ntype=dir; d\r\n"))
                                .send("226 done"))
                .on("DELE", (s, path) -> s.send(path.endsWith("f") ? "250 gone" : "550 a folder"))
                .on("RMD", "550 not empty");
        try (var server = ScriptedServer.startForEach(endless)) {
            assertThatThrownBy(() -> delete(new Server(server.host(), server.port(), Security.PLAIN), "test", "top"))
                    .hasCauseInstanceOf(FtpException.TooDeep.class);
            assertThat(server.commands()).noneMatch(line -> line.startsWith("DELE") && line.endsWith("/f"));
        }
    }

    private static void delete(Server server, String user, String folder) throws Exception {
        var settings = new ConnectionSettings(
                server, new Credentials(user, RealServer.PASSWORD), TlsSettings.of(TrustDecider.STRICT), line -> {});
        try (Session session = new Session(settings)) {
            session.submit(new RemoteDeletion(RemotePath.ROOT, List.of(Entry.named(folder, EntryKind.FOLDER))))
                    .get(60, TimeUnit.SECONDS);
        }
    }
}
