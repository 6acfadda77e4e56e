// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.Security;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RealServersTest {

    static Stream<Arguments> protections() {
        return Stream.of(ServerKind.values())
                .flatMap(kind -> Stream.of(
                                Arguments.of(kind, Security.PLAIN, TlsVersion.ANY),
                                Arguments.of(kind, Security.EXPLICIT_TLS, TlsVersion.TLS_1_2),
                                Arguments.of(kind, Security.EXPLICIT_TLS, TlsVersion.TLS_1_3),
                                Arguments.of(kind, Security.IMPLICIT_TLS, TlsVersion.ANY))
                        .filter(a -> kind.supports((Security) a.get()[1])));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("protections")
    void letsTheUserInAndShowsTheFolder(ServerKind kind, Security security, TlsVersion tls) throws Exception {
        RealServer.assume(kind);
        try (var server = RealServer.start(kind, security, tls);
                var client = new TestClient(server.host(), server.port())) {
            secure(client, security);
            if (security.usesTls()) {
                assertThat(client.tlsProtocol()).isEqualTo(tls.highest());
            }
            assertThat(client.say("USER test")).startsWith("331");
            assertThat(client.say("PASS test")).as(server::log).startsWith("230");
            assertThat(client.say("MKD made")).as(server::log).startsWith("257");
            assertThat(server.root().resolve("made")).isDirectory();
        }
    }

    @ParameterizedTest
    @EnumSource
    void servesFilesThatATestPutThere(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        try (var server = RealServer.start(kind, Security.PLAIN, TlsVersion.ANY);
                var client = new TestClient(server.host(), server.port())) {
            Files.writeString(server.root().resolve("a"), "hello");
            server.adopt();
            logIn(client);
            String passive = client.say("EPSV");
            try (Socket data = client.data(passive)) {
                assertThat(client.say("RETR a")).startsWith("1");
                assertThat(data.getInputStream().readAllBytes()).asString().isEqualTo("hello");
            }
            assertThat(client.reply()).startsWith("226");
            assertThat(client.say("DELE a")).startsWith("250");
            assertThat(server.root().resolve("a")).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAWrongPassword(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        try (var server = RealServer.start(kind, Security.PLAIN, TlsVersion.ANY);
                var client = new TestClient(server.host(), server.port())) {
            assertThat(client.reply()).startsWith("220");
            assertThat(client.say("USER test")).startsWith("331");
            assertThat(client.say("PASS wrong")).startsWith("530");
        }
    }

    @ParameterizedTest
    @EnumSource
    void diesWithItsSessionsAndComesBackOnTheSamePort(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        try (var server = RealServer.start(kind, Security.PLAIN, TlsVersion.ANY)) {
            try (var client = new TestClient(server.host(), server.port())) {
                logIn(client);
                server.kill();
                assertThat(server.isAlive()).isFalse();
                assertThat(endOf(client)).isTrue();
                assertThatThrownBy(() -> new TestClient(server.host(), server.port()))
                        .isInstanceOf(IOException.class);
            }
            server.restart();
            try (var client = new TestClient(server.host(), server.port())) {
                logIn(client);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"INETUTILS", "LINUXFTPD"})
    void limitsClients(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        var options = RealServer.Options.of(Security.PLAIN).maxClients(1);
        try (var server = RealServer.start(kind, options);
                var first = new TestClient(server.host(), server.port())) {
            logIn(first);
            try (var second = new TestClient(server.host(), server.port())) {
                String greeting = second.reply();
                if (kind == ServerKind.PROFTPD) {
                    assertThat(second.say("USER test")).startsWith("331");
                    assertThat(second.say("PASS test")).startsWith("530");
                } else {
                    assertThat(greeting).startsWith("421");
                }
            }
        }
    }

    @Test
    void serversDoNotShareTheirPorts() {
        RealServer.assume(ServerKind.PROFTPD);
        try (var one = RealServer.start(ServerKind.PROFTPD, Security.PLAIN, TlsVersion.ANY);
                var other = RealServer.start(ServerKind.PROFTPD, Security.PLAIN, TlsVersion.ANY)) {
            assertThat(Math.abs(one.port() - other.port())).isGreaterThanOrEqualTo(100);
        }
    }

    private static void secure(TestClient client, Security security) throws IOException {
        if (security == Security.IMPLICIT_TLS) {
            client.startTls();
        }
        assertThat(client.reply()).startsWith("220");
        if (security == Security.EXPLICIT_TLS) {
            assertThat(client.say("AUTH TLS")).startsWith("234");
            client.startTls();
        }
    }

    private static void logIn(TestClient client) throws IOException {
        assertThat(client.reply()).startsWith("220");
        assertThat(client.say("USER test")).startsWith("331");
        assertThat(client.say("PASS test")).startsWith("230");
    }

    private static boolean endOf(TestClient client) {
        try {
            return client.line() == null;
        } catch (IOException e) {
            return true;
        }
    }
}
