// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptedServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void playsAScriptWithAPassiveDownload(String address) throws Exception {
        try (var server = ScriptedServer.startOn(
                        address,
                        s -> s.login()
                                .extendedPassive()
                                .expect("RETR a")
                                .send("150 coming")
                                .data(d -> d.send("hello"))
                                .send("226 done"));
                var client = new TestClient(server.host(), server.port())) {
            assertThat(client.line()).isEqualTo("220 ready");
            assertThat(client.say("USER u")).startsWith("331");
            assertThat(client.say("PASS p")).startsWith("230");
            String passive = client.say("EPSV");
            assertThat(client.say("RETR a")).startsWith("150");
            try (Socket data = client.data(passive)) {
                assertThat(new String(data.getInputStream().readAllBytes(), UTF_8))
                        .isEqualTo("hello");
            }
            assertThat(client.line()).isEqualTo("226 done");
            assertThat(client.say("QUIT")).isEqualTo("221 bye");
            server.assertFinished();
            assertThat(server.commands()).containsExactly("USER u", "PASS p", "EPSV", "RETR a", "QUIT");
        }
    }

    @Test
    void connectsBackInActiveModeAndReceives() throws Exception {
        try (var server = ScriptedServer.start(s -> s.expectPrefix("PORT ")
                        .send("200 ok")
                        .expect("STOR a")
                        .send("150 go")
                        .data(ScriptedData::receive)
                        .send("226 done"));
                var listener = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                var client = new TestClient(server.host(), server.port())) {
            int port = listener.getLocalPort();
            assertThat(client.say("PORT 127,0,0,1," + port / 256 + "," + port % 256))
                    .startsWith("200");
            assertThat(client.say("STOR a")).startsWith("150");
            try (Socket data = listener.accept()) {
                data.getOutputStream().write("up".getBytes(UTF_8));
            }
            assertThat(client.line()).isEqualTo("226 done");
            assertThat(server.received()).containsExactly("up".getBytes(UTF_8));
        }
    }

    @Test
    void reportsAnUnexpectedCommandWithTheTranscript() throws Exception {
        var server = ScriptedServer.start(s -> s.send("220 hi").expect("USER a"));
        try (var client = new TestClient(server.host(), server.port())) {
            assertThat(client.line()).isEqualTo("220 hi");
            assertThat(client.say("USER b")).isNull();
        }
        assertThatThrownBy(server::assertFinished)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected command <USER a> but got <USER b>")
                .hasMessageContaining("[0] > 220 hi\\r\\n");
        assertThatThrownBy(server::close).isInstanceOf(AssertionError.class);
    }

    @Test
    void reportsAConnectionThatHasNoScript() throws Exception {
        var server = ScriptedServer.start(s -> s.send("220 only one"));
        try (var first = new TestClient(server.host(), server.port());
                var second = new TestClient(server.host(), server.port())) {
            assertThat(first.line()).isEqualTo("220 only one");
            assertThat(second.line()).isNull();
        }
        assertThatThrownBy(server::close).hasMessageContaining("a connection more than the 1");
    }

    @Test
    void resetsADataConnectionInTheMiddle() throws Exception {
        try (var server = ScriptedServer.start(s -> s.extendedPassive().data(d -> {
                    d.send("half");
                    d.receive(1);
                    d.reset();
                }));
                var client = new TestClient(server.host(), server.port());
                Socket data = client.data(client.say("EPSV"))) {
            assertThat(data.getInputStream().readNBytes(4)).hasSize(4);
            data.getOutputStream().write(1);
            assertThatThrownBy(() -> data.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void answersInAnyOrderWithAResponder() throws Exception {
        try (var server = ScriptedServer.startForEach(
                        Responder.standard().on("SIZE", (s, name) -> s.send("213 " + name)));
                var client = new TestClient(server.host(), server.port());
                var other = new TestClient(server.host(), server.port())) {
            assertThat(client.line()).isEqualTo("220 ready");
            assertThat(other.line()).isEqualTo("220 ready");
            assertThat(client.say("size 12")).isEqualTo("213 12");
            assertThat(client.say("XYZZY")).isEqualTo("500 unknown command");
            assertThat(client.say("QUIT")).isEqualTo("221 bye");
            server.awaitCommand("XYZZY");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void cutEndsAStalledConnection() throws Exception {
        try (var server = ScriptedServer.start(s -> s.send("220 hi").stall());
                var client = new TestClient(server.host(), server.port())) {
            assertThat(client.line()).isEqualTo("220 hi");
            server.cut();
            assertThatThrownBy(() -> client.line()).isInstanceOf(SocketException.class);
            assertThatThrownBy(() ->
                            new Socket().connect(new InetSocketAddress(Loopback.address(server.host()), server.port())))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void upgradesToTlsAndProtectsData() throws Exception {
        var context = TestCertificates.get().serverContext(TestCertificates.Identity.VALID);
        try (var server = ScriptedServer.start(s -> s.send("220 hi")
                        .expect("AUTH TLS")
                        .send("234 go")
                        .startTls(context, "TLSv1.2")
                        .expect("PROT P")
                        .send("200 ok"));
                var client = new TestClient(server.host(), server.port())) {
            assertThat(client.reply()).startsWith("220");
            assertThat(client.say("AUTH TLS")).startsWith("234");
            client.startTls();
            assertThat(client.tlsProtocol()).isEqualTo("TLSv1.2");
            assertThat(client.say("PROT P")).startsWith("200");
            assertThat(client.say("QUIT")).startsWith("221");
            server.assertFinished();
            assertThat(server.tlsSessions()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void noticesThatTheClientRefusesTheCertificate(String protocol) throws Exception {
        var context = TestCertificates.get().serverContext(TestCertificates.Identity.SELF_SIGNED);
        try (var server = ScriptedServer.start(
                s -> s.expect("AUTH TLS").send("234 go").expectFailedHandshake(context, protocol))) {
            try (var client = new TestClient(server.host(), server.port())) {
                assertThat(client.say("AUTH TLS")).startsWith("234");
                assertThatThrownBy(client::startTls).isInstanceOf(IOException.class);
            }
            server.assertFinished();
        }
    }

    @Test
    void tellsWhetherADataConnectionWasMade() throws Exception {
        var server = ScriptedServer.start(
                s -> s.extendedPassive().expect("NOOP").expectNoDataConnection().send("200 none"),
                s -> s.extendedPassive().expect("NOOP").expectNoDataConnection());
        try (var client = new TestClient(server.host(), server.port())) {
            client.say("EPSV");
            assertThat(client.say("NOOP")).isEqualTo("200 none");
        }
        try (var client = new TestClient(server.host(), server.port());
                Socket data = client.data(client.say("EPSV"))) {
            assertThat(data.isConnected()).isTrue();
            assertThat(client.say("NOOP")).isNull();
        }
        assertThatThrownBy(server::close).hasMessageContaining("a data connection that it should not have made");
    }
}
