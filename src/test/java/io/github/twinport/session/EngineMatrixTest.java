// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.MockServer;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TlsVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine against real servers: every kind, protection, version of TLS, way to a data connection and address family.
 * The result of every step is in {@code target/engine-matrix.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineMatrixTest {

    private static final String IPV4 = "127.0.0.1";
    private static final String IPV6 = "::1";

    private final EngineMatrix matrix = new EngineMatrix();

    /** One combination of what a server and a connection may be like. */
    record Way(Security security, TlsVersion tls, DataMode mode, String host) {

        static List<Way> all() {
            List<Way> ways = new ArrayList<>();
            for (String host : List.of(IPV4, IPV6)) {
                for (DataMode mode : List.of(DataMode.PASSIVE, DataMode.ACTIVE)) {
                    ways.add(new Way(Security.PLAIN, TlsVersion.ANY, mode, host));
                    if (host.equals(IPV4)) {
                        ways.add(new Way(Security.EXPLICIT_TLS, TlsVersion.TLS_1_2, mode, host));
                    }
                    ways.add(new Way(Security.EXPLICIT_TLS, TlsVersion.TLS_1_3, mode, host));
                }
            }
            ways.add(new Way(Security.IMPLICIT_TLS, TlsVersion.ANY, DataMode.AUTOMATIC, IPV4));
            return ways;
        }

        void assume() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(host))) {
                assertThat(socket.isBound()).isTrue();
            } catch (IOException e) {
                Assumptions.abort("this machine has no " + host);
            }
        }

        EngineMatrix.Row row(EngineMatrix matrix, String server) {
            return matrix.row(
                    server,
                    security + (security.usesTls() ? " " + tls : ""),
                    mode.toString(),
                    host.equals(IPV4) ? "IPv4" : "IPv6");
        }
    }

    /** A way on one kind of server. */
    record Cell(ServerKind kind, Way way) {}

    static Stream<Cell> cells() {
        return Stream.of(ServerKind.values())
                .flatMap(kind -> Way.all().stream()
                        .filter(way -> kind.supports(way.security))
                        .filter(way -> kind.hasActiveMode() || way.mode != DataMode.ACTIVE)
                        .map(way -> new Cell(kind, way)));
    }

    static List<Way> ways() {
        return Way.all();
    }

    @AfterAll
    void report() {
        matrix.report(Path.of("target", "engine-matrix.md"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void doesEverythingOnRealServers(Cell cell) {
        ServerKind kind = cell.kind;
        Way way = cell.way;
        RealServer.assume(kind);
        way.assume();
        Collection<ProtocolLine> log = new ConcurrentLinkedQueue<>();
        var options = RealServer.Options.of(way.security).tls(way.tls).host(way.host);
        try (RealServer server = RealServer.start(kind, options)) {
            try {
                var settings = settings(new Server(server.host(), server.port(), way.security), way.mode, log);
                new EngineExercise(settings, EngineExercise.Powers.of(kind)).run(way.row(matrix, kind.toString()));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(e.getMessage() + "\n" + conversation(log) + "\n" + server.log(), e);
            }
        }
        if (kind == ServerKind.VSFTPD || (kind == ServerKind.PROFTPD && way.tls == TlsVersion.TLS_1_2)) {
            assertThat(log).noneMatch(line -> line.text().contains("full handshake"));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void doesEverythingOnApacheFtpServer(Way way, @TempDir Path folder) {
        way.assume();
        Collection<ProtocolLine> log = new ConcurrentLinkedQueue<>();
        var options = ApacheServer.Options.of(way.security).host(way.host);
        if (way.tls != TlsVersion.ANY) {
            options = options.tlsProtocols(way.tls.highest());
        }
        try (ApacheServer server = ApacheServer.start(folder, options)) {
            var settings = settings(new Server(server.host(), server.port(), way.security), way.mode, log);
            new EngineExercise(settings, EngineExercise.Powers.ALL).run(way.row(matrix, "APACHE"));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\n" + conversation(log), e);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "UNIX")
    void doesEverythingOnMockFtpServer(MockServer.Flavour flavour) {
        Collection<ProtocolLine> log = new ConcurrentLinkedQueue<>();
        Way way = new Way(Security.PLAIN, TlsVersion.ANY, DataMode.AUTOMATIC, IPV4);
        try (MockServer server = MockServer.start(flavour)) {
            var settings = settings(new Server(server.host(), server.port(), way.security), way.mode, log);
            var powers = new EngineExercise.Powers(
                    server.home(), true, false, false, Proof.WORKS, List.of("with space.txt", "-dash", "a#b%20c"));
            new EngineExercise(settings, powers).run(way.row(matrix, "MOCK " + flavour));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e.getMessage() + "\n" + conversation(log), e);
        }
    }

    private static ConnectionSettings settings(Server server, DataMode mode, Collection<ProtocolLine> log) {
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

    private static String conversation(Collection<ProtocolLine> log) {
        StringBuilder text = new StringBuilder();
        log.stream()
                .skip(Math.max(0, log.size() - 40))
                .forEach(line ->
                        text.append(line.kind()).append(' ').append(line.text()).append('\n'));
        return text.toString();
    }
}
