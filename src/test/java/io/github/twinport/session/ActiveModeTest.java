// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.Unreachable;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.data.ActiveRules;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Active mode through routers and firewalls. */
class ActiveModeTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private static Responder serving() {
        return Responder.standard()
                .on(
                        "RETR",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send("hello")).send("226 done"));
    }

    @Test
    void listensOnThePortsThatTheFirewallLetsThrough() throws IOException {
        int port = freePort();
        try (var server = ScriptedServer.startForEach(serving());
                var session = active(server, new ActiveRules(port, port, null))) {
            assertThat(session.retrieve("/a")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(session.retrieve("/b")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(server.commands())
                    .filteredOn(command -> command.startsWith("EPRT"))
                    .containsExactly("EPRT |1|127.0.0.1|" + port + "|", "EPRT |1|127.0.0.1|" + port + "|");
        }
    }

    @Test
    void whereAllPortsAreTakenTheTransferFailsAndTheSessionGoesOn() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK);
                var server = ScriptedServer.startForEach(serving());
                var session = active(server, new ActiveRules(taken.getLocalPort(), taken.getLocalPort(), null))) {
            session.failure(Unreachable.class, client -> TestSession.retrieve(client, "/a"));
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.commands()).noneMatch(command -> command.startsWith("EPRT"));
        }
    }

    @Test
    void namesTheExternalAddressInBothForms() throws IOException {
        int port = freePort();
        try (var server = ScriptedServer.startForEach(
                        serving().on("EPRT", "500 what?").on("RETR", "425 no way"));
                var session = active(server, new ActiveRules(port, port, InetAddress.ofLiteral("10.9.8.7")))) {
            session.failure(Refused.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(server.commands())
                    .contains("EPRT |1|10.9.8.7|" + port + "|", "PORT 10,9,8,7," + port / 256 + "," + port % 256);
        }
    }

    private static TestSession active(ScriptedServer server, ActiveRules rules) {
        return TestSession.plan(server)
                .mode(DataMode.ACTIVE)
                .options(ConnectionOptions.NONE.withActive(rules))
                .open();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }
}
