// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.Retrieval;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.session.Session;
import io.github.twinport.support.FaultProxy;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TlsVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real servers behind a router that forgets the control connection while a transfer is under way. */
class LostConfirmationTest {

    private static final byte[] CONTENT = content();

    private final AtomicInteger failures = new AtomicInteger();

    /** aioftp has no SIZE, by which it would be seen. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AIOFTP")
    void aCompleteFileIsComplete(ServerKind kind) throws IOException {
        RealServer.assume(kind);
        try (RealServer server = RealServer.start(kind, Security.PLAIN, TlsVersion.ANY);
                FaultProxy router = FaultProxy.before(server.host(), server.port());
                WorkerConnection connection = new SessionConnection(new Session(settings(router)))) {
            Files.write(server.root().resolve("down"), CONTENT);
            server.adopt();

            ByteArrayOutputStream fetched = new ByteArrayOutputStream();
            long moved = connection.retrieve(
                    Retrieval.of(RemotePath.of("/down")), Channels.newChannel(fetched), ByteMeter.NONE);
            assertThat(moved).isEqualTo(CONTENT.length);
            assertThat(fetched.toByteArray()).isEqualTo(CONTENT);
            assertThat(failures).hasValue(1);

            long sent = connection.store(
                    RemotePath.of("/up"), 0, Channels.newChannel(new ByteArrayInputStream(CONTENT)), ByteMeter.NONE);
            assertThat(sent).isEqualTo(CONTENT.length);
            assertThat(server.root().resolve("up")).hasBinaryContent(CONTENT);
            assertThat(failures).hasValue(2);
        }
    }

    /** From the server's 150 or 125 on the router holds back what belongs to the connection; later ones pass it. */
    private ConnectionSettings settings(FaultProxy router) {
        Duration usual = Duration.ofSeconds(20);
        return new ConnectionSettings(
                new Server(router.host(), router.port(), Security.PLAIN),
                new Credentials(RealServer.USER, RealServer.PASSWORD),
                DataMode.PASSIVE,
                StandardCharsets.UTF_8,
                TlsSettings.of(TrustDecider.STRICT),
                new Timeouts(usual, usual, usual, usual, usual, Duration.ofMillis(500)),
                line -> {
                    if (line.text().startsWith("1")) {
                        router.delay(Duration.ofHours(1));
                    } else if (line.kind() == ProtocolLine.Kind.FAILURE) {
                        failures.incrementAndGet();
                        router.delay(Duration.ZERO);
                    }
                });
    }

    private static byte[] content() {
        byte[] bytes = new byte[8_000_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
