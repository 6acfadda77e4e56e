// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.support.RealServer;
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

    private static List<String> names(Session session) {
        FtpOperation<List<String>> names = client -> TestSession.names(client, "/");
        return TestSession.result(session.submit(names));
    }

    private static Session session(RealServer server, Charset charset) {
        return new Session(new ConnectionSettings(
                new Server(server.host(), server.port(), Security.PLAIN),
                new Credentials(RealServer.USER, RealServer.PASSWORD),
                DataMode.PASSIVE,
                charset,
                TlsSettings.of(TrustDecider.STRICT),
                Timeouts.DEFAULT,
                line -> {}));
    }
}
