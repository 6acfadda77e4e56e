// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.FtpException.Unreachable;
import io.github.twinport.ftp.Phase;
import io.github.twinport.support.Conversation;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the engine comes to a data connection, and what it does when it does not. */
class DataConnectionTest {

    private static Responder serving() {
        return Responder.standard()
                .on(
                        "RETR",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send("hello")).send("226 done"));
    }

    @Test
    void extendedPassiveComesFirst() {
        try (var server = ScriptedServer.startForEach(serving());
                var session = TestSession.open(server)) {
            assertThat(session.retrieve("/a")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(dataCommands(server)).containsExactly("EPSV", "RETR /a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 what?", "502 no", "522 (1)", "229 nothing", "229 (|||0|)", "200 fine"})
    void passiveFollowsWhereExtendedPassiveDoesNotWork(String reply) {
        try (var server = ScriptedServer.startForEach(serving().on("EPSV", reply));
                var session = TestSession.open(server)) {
            assertThat(session.retrieve("/a")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(session.retrieve("/b")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(dataCommands(server)).containsExactly("EPSV", "PASV", "RETR /a", "PASV", "RETR /b");
        }
    }

    @Test
    void activeFollowsWhereNoPassivePortCanBeReached() throws IOException {
        int closed = closedPort();
        try (var server = ScriptedServer.startForEach(serving()
                        .on("EPSV", "229 (|||" + closed + "|)")
                        .on("PASV", "227 (127,0,0,1," + closed / 256 + "," + closed % 256 + ")"));
                var session = TestSession.open(server)) {
            assertThat(session.retrieve("/a")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(session.retrieve("/b")).isEqualTo("hello".getBytes(UTF_8));
            List<String> commands = dataCommands(server);
            assertThat(commands).startsWith("EPSV", "PASV").hasSize(6);
            assertThat(commands.get(2)).startsWith("EPRT |1|127.0.0.1|");
            assertThat(commands.get(4)).startsWith("EPRT |1|127.0.0.1|");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 what?", "501 no", "522 no", "550 never"})
    void portFollowsWhereExtendedPortIsRefused(String reply) {
        try (var server = ScriptedServer.startForEach(serving().on("EPRT", reply));
                var session = TestSession.plan(server).mode(DataMode.ACTIVE).open()) {
            assertThat(session.retrieve("/a")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(session.retrieve("/b")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(dataCommands(server).stream().map(command -> command.substring(0, 4)))
                    .containsExactly("EPRT", "PORT", "RETR", "PORT", "RETR");
        }
    }

    @Test
    void whereNothingWorksTheFirstRealReasonIsTold() throws IOException {
        int closed = closedPort();
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on("EPSV", "500 what?")
                        .on("PASV", "227 (127,0,0,1," + closed / 256 + "," + closed % 256 + ")")
                        .on("EPRT", "500 what?")
                        .on("PORT", "500 Illegal PORT command."));
                var session = TestSession.open(server)) {
            Unreachable failure = session.failure(Unreachable.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(failure.phase()).isEqualTo(Phase.DATA_CONNECT);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(DataMode.class)
    void onlyTheAllowedWaysAreTried(DataMode mode) {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .on("EPSV", "500 no")
                        .on("PASV", "500 no")
                        .on("EPRT", "500 no")
                        .on("PORT", "500 no"));
                var session = TestSession.plan(server).mode(mode).open()) {
            session.failure(Refused.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(dataCommands(server).stream().map(command -> command.substring(0, 4)))
                    .isEqualTo(
                            switch (mode) {
                                case AUTOMATIC -> List.of("EPSV", "PASV", "EPRT", "PORT");
                                case PASSIVE -> List.of("EPSV", "PASV");
                                case ACTIVE -> List.of("EPRT", "PORT");
                            });
        }
    }

    /** The protection against a server that steers data connections to somebody else's machine. */
    @ParameterizedTest
    @ValueSource(strings = {"10,0,0,1", "192,0,2,7", "127,0,0,2", "0,0,0,0"})
    void anotherAddressIn227IsNeverConnectedTo(String foreign) {
        try (var server = ScriptedServer.startForEach(serving()
                        .on("EPSV", "500 no")
                        .on("PASV", (s, argument) -> {
                            int port = s.openDataPort();
                            s.send("227 (" + foreign + "," + port / 256 + "," + port % 256 + ")");
                        }));
                var session = TestSession.open(server)) {
            assertThat(session.retrieve("/a")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(session.log())
                    .anyMatch(line -> line.contains(foreign.replace(',', '.') + "; connecting to 127.0.0.1"));
        }
    }

    @Test
    void aThirdPartyThatConnectsToTheActiveListenerIsTurnedAway() {
        List<String> thirdParty = new ArrayList<>();
        try (var server = ScriptedServer.startForEach(Responder.standard().on("RETR", (s, name) -> {
                    InetSocketAddress target = s.activeTarget();
                    try (Socket stranger = new Socket()) {
                        stranger.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.3"), 0));
                        stranger.connect(target);
                        s.send("150 coming");
                        thirdParty.add(endOf(stranger));
                    }
                    s.data(d -> d.send("hello")).send("226 done");
                }));
                var session = TestSession.plan(server).mode(DataMode.ACTIVE).open()) {
            assertThat(session.retrieve("/a")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(thirdParty).containsExactly("closed");
            assertThat(session.log()).anyMatch(line -> line.contains("127.0.0.3 refused"));
        }
    }

    @Test
    void anActiveListenerIsClosedAfterItsConnection() {
        List<InetSocketAddress> targets = new ArrayList<>();
        try (var server = ScriptedServer.startForEach(Responder.standard().on("RETR", (s, name) -> {
                    targets.add(s.activeTarget());
                    if (name.equals("/missing")) {
                        s.send("550 no such file");
                    } else {
                        s.send("150 coming").data(d -> d.send("hello")).send("226 done");
                    }
                }));
                var session = TestSession.plan(server).mode(DataMode.ACTIVE).open()) {
            session.retrieve("/a");
            session.failure(Refused.class, client -> TestSession.retrieve(client, "/missing"));
            for (InetSocketAddress target : targets) {
                assertThat(connects(target)).isFalse();
            }
        }
    }

    @Test
    void aServerThatCannotConnectBackSaysSo() {
        try (var server = ScriptedServer.startForEach(
                        Responder.standard().on("RETR", "425 Can't build data connection: Connection refused."));
                var session = TestSession.plan(server).mode(DataMode.ACTIVE).open()) {
            Refused refused = session.failure(Refused.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(refused.reply().code()).isEqualTo(425);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatNeverConnectsBackTimesOut() {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("RETR", "150 coming, believe me"));
                var session = TestSession.plan(server)
                        .mode(DataMode.ACTIVE)
                        .timeouts(TestSession.limits(1_000))
                        .open()) {
            TimedOut failure = session.failure(TimedOut.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(failure.phase()).isEqualTo(Phase.DATA_CONNECT);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void restStandsBetweenThePortAndTheTransfer() {
        try (var server = ScriptedServer.startForEach(serving());
                var session = TestSession.open(server)) {
            session.retrieve("/a");
            session.run(client -> client.retrieve(
                    RemotePath.of("/a"), 2, Channels.newChannel(OutputStream.nullOutputStream()), ByteMeter.NONE));
            assertThat(server.commands()).endsWith("EPSV", "REST 2", "RETR /a");
        }
    }

    @Test
    void aRefusedRestartTransfersNothing() {
        try (var server = ScriptedServer.startForEach(serving().on("REST", "502 no"));
                var session = TestSession.open(server)) {
            Refused refused = session.failure(
                    Refused.class,
                    client -> client.retrieve(
                            RemotePath.of("/a"),
                            2,
                            Channels.newChannel(OutputStream.nullOutputStream()),
                            ByteMeter.NONE));
            assertThat(refused.command()).isEqualTo("REST 2");
            assertThat(session.retrieve("/a")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DataMode.class,
            names = {"PASSIVE", "ACTIVE"})
    void worksOverIpVersion6(DataMode mode) {
        try (var server = ScriptedServer.startOn("::1", s -> s.login().respond(serving()));
                var session = TestSession.plan(server).mode(mode).open()) {
            assertThat(session.retrieve("/a")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(dataCommands(server).getFirst()).startsWith(mode == DataMode.PASSIVE ? "EPSV" : "EPRT |2|::1|");
        }
    }

    @Test
    void overIpVersion6ThereIsNoPort() {
        try (var server = ScriptedServer.startOn(
                        "::1", s -> s.login().respond(serving().on("EPRT", "500 no")));
                var session = TestSession.plan(server).mode(DataMode.ACTIVE).open()) {
            session.failure(Refused.class, client -> TestSession.retrieve(client, "/a"));
            assertThat(server.commands()).noneMatch(command -> command.startsWith("PORT"));
        }
    }

    @Test
    void aPassivePortThatGoesDeadLaterIsAFailureOfOneTransfer() throws IOException {
        int closed = closedPort();
        int[] asked = {0};
        try (var server = ScriptedServer.startForEach(serving()
                        .on("EPSV", (s, argument) -> {
                            asked[0]++;
                            if (asked[0] == 2) {
                                s.send("229 (|||" + closed + "|)");
                            } else {
                                s.answerExtendedPassive();
                            }
                        })
                        .on("RETR", DataConnectionTest::refuseTheSecond));
                var session = TestSession.open(server)) {
            assertThat(session.retrieve("/first")).isNotEmpty();
            session.failure(Unreachable.class, client -> TestSession.retrieve(client, "/second"));
            assertThat(session.retrieve("/third")).isNotEmpty();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void theServersReasonCountsMoreThanAPortThatIsClosedAlready() throws IOException {
        int closed = closedPort();
        int[] asked = {0};
        try (var server = ScriptedServer.startForEach(serving()
                        .on("EPSV", (s, argument) -> {
                            asked[0]++;
                            if (asked[0] == 2) {
                                s.send("229 (|||" + closed + "|)");
                            } else {
                                s.answerExtendedPassive();
                            }
                        })
                        .on("RETR", (s, name) -> {
                            if (name.equals("/missing")) {
                                s.send("550 no such file");
                            } else {
                                s.send("150 coming").data(d -> d.send("hello")).send("226 done");
                            }
                        }));
                var session = TestSession.open(server)) {
            session.retrieve("/first");
            Refused refused = session.failure(Refused.class, client -> TestSession.retrieve(client, "/missing"));
            assertThat(refused.reply().code()).isEqualTo(550);
        }
    }

    @Test
    void theNextPortIsAskedForAheadAndUsed() {
        try (var server = ScriptedServer.startForEach(serving());
                var session = TestSession.open(server)) {
            session.run(client -> client.expectAnotherTransfer(() -> true));
            session.retrieve("/a");
            session.retrieve("/b");
            session.run(client -> client.expectAnotherTransfer(() -> false));
            session.retrieve("/c");
            assertThat(dataCommands(server)).containsExactly("EPSV", "RETR /a", "EPSV", "RETR /b", "EPSV", "RETR /c");
        }
    }

    private static void refuseTheSecond(Conversation s, String name) {
        if (name.equals("/second")) {
            s.send("425 Can't open data connection.");
        } else {
            s.send("150 coming").data(d -> d.send("hello")).send("226 done");
        }
    }

    private static String endOf(Socket stranger) throws IOException {
        try {
            stranger.setSoTimeout(5_000);
            return stranger.getInputStream().read() < 0 ? "closed" : "spoken to";
        } catch (SocketException e) {
            return "closed";
        }
    }

    private static boolean connects(InetSocketAddress target) {
        try (Socket socket = new Socket()) {
            socket.connect(target);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static List<String> dataCommands(ScriptedServer server) {
        return server.commands().stream()
                .filter(command -> command.matches("(EPSV|PASV|EPRT|PORT|RETR|STOR|REST).*"))
                .toList();
    }
}
