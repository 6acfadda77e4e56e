// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.LoginExtras;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What some servers want to hear around the login. */
class LoginExtrasTest {

    private static final LoginExtras ALL =
            new LoginExtras("ftp.example.org", "Twinport 1", List.of("SITE UMASK 022", "STAT", "XNONE of  it"));

    @Test
    void everythingIsSaidAtItsPlace() {
        try (var server = ScriptedServer.start(s -> s.send("220 hi")
                        .expect("HOST ftp.example.org")
                        .send("220 that one")
                        .expect("USER me")
                        .send("331 password")
                        .expect("PASS " + TestSession.PASSWORD)
                        .send("230 in")
                        .expect("FEAT")
                        .sendLines("211-", " CLNT", "211 End")
                        .expect("CLNT Twinport 1")
                        .send("200 noted")
                        .expect("SITE UMASK 022")
                        .send("200 ok")
                        .expect("STAT")
                        .sendLines("211-status", "211 End")
                        .expect("XNONE of  it")
                        .send("500 what?")
                        .expect("PWD")
                        .send("257 \"/\""));
                var session = with(server, ALL)) {
            session.run(client -> assertThat(client.startFolder()).hasToString("/"));
            server.assertFinished();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 what?", "502 no", "504 unknown host", "530 log in first"})
    void aServerWithoutVirtualHostsIsUsedAllTheSame(String reply) {
        try (var server = ScriptedServer.startForEach(Responder.standard().on("HOST", reply));
                var session = with(server, ALL)) {
            session.run(client -> client.noop());
            assertThat(server.commands()).startsWith("HOST ftp.example.org", "USER me");
        }
    }

    @Test
    void welcomeAndMessageOfTheDayAreInTheLogLineByLine() {
        try (var server = ScriptedServer.startForEach(Responder.standard()
                        .greeting("220-Welcome to\r\n  example.org\r\n220 ready")
                        .on("PASS", (s, password) -> s.sendLines("230-Today:", "230-  no backups", "230 logged in")));
                var session = with(server, LoginExtras.NONE)) {
            session.run(client -> client.noop());
            assertThat(session.log())
                    .containsSubsequence("220-Welcome to", "  example.org", "220 ready")
                    .containsSubsequence("230-Today:", "230-  no backups", "230 logged in");
        }
    }

    @Test
    void theClientsNameIsTheAffairOfServersThatAskForIt() {
        try (var server = ScriptedServer.startForEach(Responder.standard());
                var session = with(server, ALL)) {
            session.run(client -> client.noop());
            assertThat(server.commands()).noneMatch(command -> command.startsWith("CLNT"));
        }
    }

    @Test
    void whoIsStillLoggedInOnTheConnectionIsLoggedOut() {
        try (var server = ScriptedServer.start(s -> s.send("220 hi")
                        .expect("USER me")
                        .send("503 You are already logged in")
                        .expect("REIN")
                        .sendLines("120 a moment", "220 ready for a new user")
                        .expect("USER me")
                        .send("331 password")
                        .expect("PASS " + TestSession.PASSWORD)
                        .send("230 in")
                        .expect("FEAT")
                        .send("500 what?")
                        .expect("PWD")
                        .send("257 \"/\""));
                var session = with(server, LoginExtras.NONE)) {
            session.run(client -> assertThat(client.startFolder()).hasToString("/"));
            server.assertFinished();
        }
    }

    @Test
    void whereTheConnectionCannotBeginAgainTheLoginIsRefused() {
        try (var server = ScriptedServer.startForEach(
                        Responder.standard().on("USER", "503 logged in already").on("REIN", "502 no"));
                var session = with(server, LoginExtras.NONE)) {
            assertThatThrownBy(() -> session.run(client -> client.noop()))
                    .hasCauseInstanceOf(FtpException.LoginRefused.class);
            assertThat(server.commands()).containsExactly("USER me", "REIN");
        }
    }

    @Test
    void nothingIsSaidWithoutNeed() {
        try (var server = ScriptedServer.startForEach(Responder.standard());
                var session = with(server, LoginExtras.NONE)) {
            session.run(client -> client.noop());
            assertThat(server.commands()).noneMatch(command -> command.matches("(HOST|CLNT|SITE|STAT).*"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nDELE b", "a\nb", "a\rb", "a\0b"})
    void noTextBecomesTwoCommands(String text) {
        assertThatThrownBy(() -> new LoginExtras(text, "", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoginExtras("", text, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoginExtras("", "", List.of("NOOP", text)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TestSession with(ScriptedServer server, LoginExtras extras) {
        return TestSession.plan(server)
                .options(ConnectionOptions.NONE.withLogin(extras))
                .open();
    }
}
