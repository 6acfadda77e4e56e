// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.files.Entry;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.session.Session;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemotePaneFilesTest {

    @TempDir
    Path root;

    private ApacheServer server;
    private Session session;
    private RemotePaneFiles files;

    @BeforeEach
    void connect() {
        server = ApacheServer.start(root);
        session = new Session(new ConnectionSettings(
                new Server(server.host(), server.port(), Security.PLAIN),
                new Credentials(ApacheServer.USER, ApacheServer.PASSWORD),
                new TlsSettings(
                        TestCertificates.get().trustManager(), TrustDecider.STRICT, TlsSettings.MODERN_VERSIONS),
                line -> {}));
        files = new RemotePaneFiles(session);
    }

    @AfterEach
    void disconnect() {
        session.close();
        server.close();
    }

    @Test
    void startsInTheFolderOfTheLogin() {
        assertThat(files.start().join()).isEqualTo(FakeFiles.at("/"));
    }

    @Test
    void listsMakesAndRenames() throws IOException {
        Files.writeString(root.resolve("a b.txt"), "12345");
        files.makeFolder(FakeFiles.at("/"), "folder").join();
        files.rename(FakeFiles.at("/"), "a b.txt", "ü_x.txt").join();
        List<Entry> streamed = new ArrayList<>();
        var listing = files.list(FakeFiles.at("/"), streamed::addAll).join();
        assertThat(listing.entries()).extracting(Entry::name).containsExactlyInAnyOrder("folder", "ü_x.txt");
        assertThat(streamed).containsExactlyInAnyOrderElementsOf(listing.entries());
    }

    @Test
    void deletesFilesAndWholeTrees() throws IOException {
        Files.createDirectories(root.resolve("tree/one/two"));
        Files.createDirectories(root.resolve("tree/empty"));
        Files.writeString(root.resolve("tree/one/two/file"), "x");
        Files.writeString(root.resolve("tree/one/file"), "x");
        Files.writeString(root.resolve("file"), "x");
        Files.writeString(root.resolve("kept"), "x");
        files.delete(FakeFiles.at("/"), List.of(FakeFiles.folder("tree"), FakeFiles.file("file", 1)))
                .join();
        assertThat(root).isDirectoryNotContaining("glob:**/{tree,file}");
        assertThat(root.resolve("kept")).exists();
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(
                        () -> files.makeFolder(FakeFiles.at("/none/none"), "x").join())
                .hasCauseInstanceOf(FtpException.class);
    }

    @Test
    void findsTypedFolders() {
        assertThat(files.locate("sub/../other", FakeFiles.at("/a"))).isEqualTo(FakeFiles.at("/a/other"));
        assertThat(files.locate("/x", FakeFiles.at("/a"))).isEqualTo(FakeFiles.at("/x"));
        assertThatThrownBy(() -> files.locate("a\r\nDELE b", null)).isInstanceOf(IllegalArgumentException.class);
    }
}
