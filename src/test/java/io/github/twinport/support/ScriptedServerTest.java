// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptedServerTest {

    /** The simplest client: lines out, lines in. */
    private static final class Client implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;

        Client(ScriptedServer server) throws IOException {
            socket = new Socket(Loopback.address(server.host()), server.port());
            socket.setSoTimeout(10_000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        }

        String say(String line) throws IOException {
            socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
            return in.readLine();
        }

        Socket data(String extendedPassiveReply) throws IOException {
            return new Socket(
                    socket.getInetAddress(),
                    Integer.parseInt(extendedPassiveReply.split("\\|", -1)[3]));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

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
                var client = new Client(server)) {
            assertThat(client.in.readLine()).isEqualTo("220 ready");
            assertThat(client.say("USER u")).startsWith("331");
            assertThat(client.say("PASS p")).startsWith("230");
            String passive = client.say("EPSV");
            assertThat(client.say("RETR a")).startsWith("150");
            try (Socket data = client.data(passive)) {
                assertThat(new String(data.getInputStream().readAllBytes(), UTF_8))
                        .isEqualTo("hello");
            }
            assertThat(client.in.readLine()).isEqualTo("226 done");
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
                var client = new Client(server)) {
            int port = listener.getLocalPort();
            assertThat(client.say("PORT 127,0,0,1," + port / 256 + "," + port % 256))
                    .startsWith("200");
            assertThat(client.say("STOR a")).startsWith("150");
            try (Socket data = listener.accept()) {
                data.getOutputStream().write("up".getBytes(UTF_8));
            }
            assertThat(client.in.readLine()).isEqualTo("226 done");
            assertThat(server.received()).containsExactly("up".getBytes(UTF_8));
        }
    }

    @Test
    void reportsAnUnexpectedCommandWithTheTranscript() throws Exception {
        var server = ScriptedServer.start(s -> s.send("220 hi").expect("USER a"));
        try (var client = new Client(server)) {
            assertThat(client.in.readLine()).isEqualTo("220 hi");
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
        try (var first = new Client(server);
                var second = new Client(server)) {
            assertThat(first.in.readLine()).isEqualTo("220 only one");
            assertThat(second.in.readLine()).isNull();
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
                var client = new Client(server);
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
                var client = new Client(server);
                var other = new Client(server)) {
            assertThat(client.in.readLine()).isEqualTo("220 ready");
            assertThat(other.in.readLine()).isEqualTo("220 ready");
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
                var client = new Client(server)) {
            assertThat(client.in.readLine()).isEqualTo("220 hi");
            server.cut();
            assertThatThrownBy(() -> client.in.readLine()).isInstanceOf(SocketException.class);
            assertThatThrownBy(() ->
                            new Socket().connect(new InetSocketAddress(Loopback.address(server.host()), server.port())))
                    .isInstanceOf(IOException.class);
        }
    }
}
