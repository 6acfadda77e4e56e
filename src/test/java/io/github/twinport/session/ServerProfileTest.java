// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.data.DataMethod;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TestCertificates.Identity;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** What one session has learnt about a server the next one begins with. */
class ServerProfileTest {

    private final MemoryProfiles profiles = new MemoryProfiles();

    private static Responder serving() {
        return Responder.standard()
                .on(
                        "RETR",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send("hello")).send("226 done"))
                .on(
                        "LIST",
                        (s, argument) -> s.send("150 coming")
                                .data(d -> d.send("-rw-r--r-- 1 a b 5 Jan 2 2020 x\r\n"))
                                .send("226 done"));
    }

    @Test
    void theWayToDataConnectionsThatWorkedComesFirst() {
        try (var server = ScriptedServer.startForEach(serving().on("EPSV", "522 no"))) {
            retrieveOnce(server, DataMode.AUTOMATIC);
            retrieveOnce(server, DataMode.AUTOMATIC);
            assertThat(dataCommands(server)).containsExactly("EPSV", "PASV", "RETR", "PASV", "RETR");
            assertThat(profile(server).dataMethod()).isEqualTo(DataMethod.PASSIVE);
        }
    }

    @Test
    void aWayThatWorksNoMoreIsForgotten() {
        int[] asked = {0};
        try (var server =
                ScriptedServer.startForEach(serving().on("EPSV", "522 no").on("PASV", (s, argument) -> {
                    asked[0]++;
                    if (asked[0] == 1) {
                        s.answerPassive();
                    } else {
                        s.send("502 no more");
                    }
                }))) {
            retrieveOnce(server, DataMode.AUTOMATIC);
            retrieveOnce(server, DataMode.AUTOMATIC);
            assertThat(dataCommands(server)).containsExactly("EPSV", "PASV", "RETR", "PASV", "EPSV", "EPRT", "RETR");
            assertThat(profile(server).dataMethod()).isEqualTo(DataMethod.ACTIVE);
        }
    }

    @Test
    void anActiveModeThatTheServerCannotUseAnyMoreIsForgotten() {
        try (var server = ScriptedServer.startForEach(serving().on("RETR", "150 coming, believe me"))) {
            learn(server, new ServerProfile(DataMethod.ACTIVE, false, false, false, false));
            try (var session = plan(server, DataMode.AUTOMATIC)
                    .timeouts(TestSession.limits(1_000))
                    .open()) {
                session.failure(FtpException.TimedOut.class, client -> TestSession.retrieve(client, "/a"));
            }
            assertThat(profile(server)).isEqualTo(ServerProfile.UNKNOWN.withPipelining(Proof.WORKS));
        }
    }

    @Test
    void whatTheSettingsForbidIsNotTriedBecauseItWorkedOnce() {
        try (var server = ScriptedServer.startForEach(serving())) {
            learn(server, new ServerProfile(DataMethod.PASSIVE, true, false, false, false));
            retrieveOnce(server, DataMode.ACTIVE);
            assertThat(dataCommands(server)).containsExactly("PORT", "RETR");
        }
    }

    @Test
    void aRefusedListingCommandIsNotSentAgain() {
        Responder responder = serving().on("MLSD", "502 not really").on("LIST", (s, argument) -> {
            if (argument.isEmpty()) {
                s.send("150 coming").data(d -> d.send("")).send("226 done");
            } else {
                s.send("501 no options");
            }
        });
        try (var server = ScriptedServer.startForEach(responder)) {
            for (int i = 0; i < 2; i++) {
                try (var session = plan(server, DataMode.AUTOMATIC).open()) {
                    session.run(
                            client -> assertThat(TestSession.names(client, "/")).isEmpty());
                }
            }
            assertThat(server.commands())
                    .filteredOn(command -> command.startsWith("MLSD") || command.startsWith("LIST"))
                    .containsExactly("MLSD", "LIST -a", "LIST", "LIST");
            assertThat(profile(server))
                    .isEqualTo(new ServerProfile(DataMethod.EXTENDED_PASSIVE, false, false, true, true)
                            .withPipelining(Proof.WORKS));
        }
    }

    @Test
    void aListingThatIsRefusedInEveryFormTeachesNothing() {
        try (var server =
                ScriptedServer.startForEach(serving().on("MLSD", "502 no").on("LIST", "550 permission denied"))) {
            try (var session = plan(server, DataMode.AUTOMATIC).open()) {
                session.failure(FtpException.Refused.class, client -> TestSession.names(client, "/"));
            }
            assertThat(profile(server).mlsdRefused()).isFalse();
            assertThat(profile(server).hiddenFilesRefused()).isFalse();
        }
    }

    @Test
    void whereTls13WasGivenUpTheNextConnectionBeginsWithout() {
        SSLContext context = TestCertificates.get().serverContext(Identity.VALID);
        try (var server = ScriptedServer.startForEach(s -> s.startTls(context)
                .send("220 ready")
                .respond(serving().on("PBSZ", "200 ok").on("PROT", "200 ok")))) {
            learn(server, ServerProfile.UNKNOWN.withoutTls13(true));
            try (var session = plan(server, DataMode.AUTOMATIC)
                    .security(Security.IMPLICIT_TLS)
                    .open()) {
                session.run(client -> client.noop());
            }
            assertThat(server.tlsSessions())
                    .extracting(tls -> tls.getProtocol())
                    .containsExactly("TLSv1.2");
            assertThat(profile(server).withoutTls13()).isTrue();
        }
    }

    private void retrieveOnce(ScriptedServer server, DataMode mode) {
        try (var session = plan(server, mode).open()) {
            assertThat(session.retrieve("/a")).hasSize(5);
        }
    }

    private TestSession.Plan plan(ScriptedServer server, DataMode mode) {
        return TestSession.plan(server).mode(mode).options(ConnectionOptions.NONE.withProfiles(profiles));
    }

    private void learn(ScriptedServer server, ServerProfile profile) {
        profiles.learnt(address(server), "me", profile);
    }

    private ServerProfile profile(ScriptedServer server) {
        return profiles.find(address(server), "me");
    }

    private static Server address(ScriptedServer server) {
        return new Server(server.host(), server.port(), Security.PLAIN);
    }

    private static List<String> dataCommands(ScriptedServer server) {
        return server.commands().stream()
                .map(command -> command.split(" ", -1)[0])
                .filter(verb -> verb.matches("EPSV|PASV|EPRT|PORT|RETR"))
                .toList();
    }
}
