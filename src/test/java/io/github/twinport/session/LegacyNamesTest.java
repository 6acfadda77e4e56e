// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryDetails;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TlsVersion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that knows nothing of UTF-8 and has names in Latin-1 on its disk. */
class LegacyNamesTest {

    /** What the Latin-1 bytes of "grüß" are to a session that takes names for UTF-8. */
    private static final String BYTES = "gr\uDCFC\uDCDF";

    @Test
    void namesAreUsedByteForByteWhateverTheyAreTakenFor() throws IOException {
        RealServer.assume(ServerKind.INETUTILS);
        byte[] content = "hello".getBytes(StandardCharsets.US_ASCII);
        try (RealServer server = RealServer.start(ServerKind.INETUTILS, Security.PLAIN, TlsVersion.ANY);
                Session latin = session(server, StandardCharsets.ISO_8859_1);
                Session plain = session(server, StandardCharsets.UTF_8)) {
            FtpOperation<Long> store = client -> TestSession.store(client, "/grüß", content);
            TestSession.result(latin.submit(store));

            assertThat(names(plain)).containsExactly(BYTES);
            assertThat(EntryName.escaped(BYTES)).doesNotContain("\uDCFC");
            FtpOperation<byte[]> retrieve = client -> TestSession.retrieve(client, "/" + BYTES);
            assertThat(TestSession.result(plain.submit(retrieve))).isEqualTo(content);

            TestSession.result(plain.submit(client -> {
                client.rename(RemotePath.of("/" + BYTES), RemotePath.of("/" + BYTES + "2"));
                return true;
            }));
            assertThat(names(latin)).containsExactly("grüß2");
            TestSession.result(plain.submit(client -> {
                client.deleteFile(RemotePath.of("/" + BYTES + "2"));
                return true;
            }));
            assertThat(names(latin)).isEmpty();
        }
    }

    /** What is guessed of a folder's names is for showing: commands carry the very bytes that the server has sent. */
    @Test
    void aFolderIsReadInOneCharsetAndItsNamesGoBackByteForByte() {
        byte[] listing = "type=file; caf\u0082.txt\r\ntype=file; Gr\u0081\u00E1e.txt\r\ntype=file; \u00C3\u00BC.txt\r\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "MLSD",
                                (s, argument) -> s.send("150 coming")
                                        .data(d -> d.send(listing))
                                        .send("226 done"))
                        .on("DELE", "250 gone"));
                var session = TestSession.open(server)) {
            Listing folder = session.get(client -> client.list(RemotePath.ROOT, batch -> {}));
            assertThat(folder.entries())
                    .extracting(Entry::name)
                    .containsExactly("caf\uDC82.txt", "Gr\uDC81\uDCE1e.txt", "ü.txt");
            EntryDetails first = folder.entries().getFirst().details();
            assertThat(first.charset()).isNotNull();
            assertThat(folder.entries().get(1).details()).isSameAs(first);
            assertThat(folder.entries().getLast().details()).isSameAs(EntryDetails.NONE);
            assertThat(folder.entries()).extracting(Entry::shownName).noneMatch(name -> name.contains("\\x"));

            session.run(client -> client.deleteFile(RemotePath.ROOT.child("caf\uDC82.txt")));
            session.run(client -> client.deleteFile(RemotePath.ROOT.child("Gr\uDC81\uDCE1e.txt")));
            // The scripted server reads bytes that are no UTF-8 one by one.
            assertThat(server.commands()).endsWith("DELE /caf\u0082.txt", "DELE /Gr\u0081\u00E1e.txt");
        }
    }

    /** Whoever names a charset knows better than any guess. */
    @Test
    void nothingIsGuessedWhereTheSiteNamesItsCharset() {
        byte[] listing = "type=file; caf\u0082\u00FF.txt\r\n".getBytes(StandardCharsets.ISO_8859_1);
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on(
                                "MLSD",
                                (s, argument) -> s.send("150 coming")
                                        .data(d -> d.send(listing))
                                        .send("226 done")));
                Session session = session(server.host(), server.port(), Charset.forName("windows-31j"))) {
            FtpOperation<Listing> list = client -> client.list(RemotePath.ROOT, batch -> {});
            Listing folder = TestSession.result(session.submit(list));
            assertThat(folder.entries())
                    .extracting(entry -> entry.details().charset())
                    .containsOnlyNulls();
        }
    }

    private static List<String> names(Session session) {
        FtpOperation<List<String>> names = client -> TestSession.names(client, "/");
        return TestSession.result(session.submit(names));
    }

    private static Session session(RealServer server, Charset charset) {
        return session(server.host(), server.port(), charset);
    }

    private static Session session(String host, int port, Charset charset) {
        return new Session(new ConnectionSettings(
                new Server(host, port, Security.PLAIN),
                new Credentials(RealServer.USER, RealServer.PASSWORD),
                DataMode.PASSIVE,
                charset,
                TlsSettings.of(TrustDecider.STRICT),
                Timeouts.DEFAULT,
                line -> {}));
    }
}
