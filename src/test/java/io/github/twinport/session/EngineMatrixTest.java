// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TlsVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine against real servers: every kind, protection, version of TLS and way to a data connection. */
class EngineMatrixTest {

    private final Collection<ProtocolLine> log = new ConcurrentLinkedQueue<>();

    static Stream<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        for (ServerKind kind : ServerKind.values()) {
            for (DataMode mode : List.of(DataMode.PASSIVE, DataMode.ACTIVE)) {
                cells.add(Arguments.of(kind, Security.PLAIN, TlsVersion.ANY, mode));
                cells.add(Arguments.of(kind, Security.EXPLICIT_TLS, TlsVersion.TLS_1_2, mode));
                cells.add(Arguments.of(kind, Security.EXPLICIT_TLS, TlsVersion.TLS_1_3, mode));
            }
            if (kind.supports(Security.IMPLICIT_TLS)) {
                cells.add(Arguments.of(kind, Security.IMPLICIT_TLS, TlsVersion.ANY, DataMode.AUTOMATIC));
            }
        }
        return cells.stream();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @MethodSource("cells")
    void doesEverythingOnRealServers(ServerKind kind, Security security, TlsVersion tls, DataMode mode) {
        RealServer.assume(kind);
        try (RealServer server = RealServer.start(kind, security, tls)) {
            try {
                new EngineExercise(settings(new Server(server.host(), server.port(), security), mode)).run();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(e.getMessage() + "\n" + conversation() + "\n" + server.log(), e);
            }
            if (kind == ServerKind.VSFTPD || (kind == ServerKind.PROFTPD && tls != TlsVersion.TLS_1_3)) {
                assertThat(log).noneMatch(line -> line.text().contains("full handshake"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void doesEverythingOnApacheFtpServer(Security security, @TempDir Path folder) {
        try (ApacheServer server = ApacheServer.start(folder, ApacheServer.Options.of(security))) {
            new EngineExercise(settings(new Server(server.host(), server.port(), security), DataMode.PASSIVE)).run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\n" + conversation(), e);
        }
    }

    private ConnectionSettings settings(Server server, DataMode mode) {
        TlsSettings tls = new TlsSettings(
                TestCertificates.get().trustManager(), TrustDecider.STRICT, TlsSettings.MODERN_VERSIONS);
        return new ConnectionSettings(
                server,
                new Credentials(RealServer.USER, RealServer.PASSWORD),
                mode,
                StandardCharsets.UTF_8,
                tls,
                Timeouts.DEFAULT,
                log::add);
    }

    private String conversation() {
        StringBuilder text = new StringBuilder();
        log.stream()
                .skip(Math.max(0, log.size() - 40))
                .forEach(line ->
                        text.append(line.kind()).append(' ').append(line.text()).append('\n'));
        return text.toString();
    }
}
