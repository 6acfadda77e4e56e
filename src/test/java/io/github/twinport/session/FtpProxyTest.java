// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.FtpException.LoginRefused;
import io.github.twinport.ftp.FtpException.TlsFailed;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.FtpProxy;
import io.github.twinport.ftp.client.FtpProxy.Method;
import io.github.twinport.ftp.client.LoginExtras;
import io.github.twinport.support.Conversation;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins by way of the FTP proxies of old, byte for byte. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FtpProxyTest {

    private static final String SERVER = "behind-the-proxy.invalid";
    private static final String PROXY_PASSWORD = "proxy-secret";

    @Test
    void userAtServer() {
        try (var proxy = ScriptedServer.start(s -> then(s.send("220 proxy")
                        .expect("USER me@" + SERVER)
                        .send("331 password")
                        .expect("PASS " + TestSession.PASSWORD)
                        .send("230 in")));
                var session = through(proxy, Method.USER_AT_SERVER, "", 21)) {
            session.run(client -> client.noop());
            proxy.assertFinished();
        }
    }

    @Test
    void userAtServerAfterTheProxysLoginAndWithAnotherPort() {
        try (var proxy = ScriptedServer.start(s -> then(ownLogin(s)
                        .expect("USER me@" + SERVER + ":2121")
                        .send("331 password")
                        .expect("PASS " + TestSession.PASSWORD)
                        .send("332 account")
                        .expect("ACCT " + TestSession.ACCOUNT)
                        .send("230 in")));
                var session = through(proxy, Method.USER_AT_SERVER, "gate", 2121)) {
            session.run(client -> client.noop());
            proxy.assertFinished();
            assertThat(session.log())
                    .noneMatch(line -> line.contains(PROXY_PASSWORD)
                            || line.contains(TestSession.PASSWORD)
                            || line.contains(TestSession.ACCOUNT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"220-the server\r\n220 greets", "250 connected", "331 user?"})
    void site(String answer) {
        try (var proxy = ScriptedServer.start(s ->
                        then(login(s.send("220 proxy").expect("SITE " + SERVER).sendRaw(answer + "\r\n"))));
                var session = through(proxy, Method.SITE, "", 21)) {
            session.run(client -> client.noop());
            proxy.assertFinished();
        }
    }

    @Test
    void openAfterTheProxysLogin() {
        try (var proxy = ScriptedServer.start(s -> then(
                        login(ownLogin(s).expect("OPEN " + SERVER + ":2121").send("220 the server"))));
                var session = through(proxy, Method.OPEN, "gate", 2121)) {
            session.run(client -> client.noop());
            proxy.assertFinished();
        }
    }

    @Test
    void account() {
        try (var proxy = ScriptedServer.start(s -> then(s.send("220 proxy")
                        .expect("USER me@" + SERVER + " gate")
                        .send("331 password")
                        .expect("PASS " + TestSession.PASSWORD)
                        .send("332 and the proxy's?")
                        .expect("ACCT " + PROXY_PASSWORD)
                        .send("230 in")));
                var session = through(proxy, Method.ACCOUNT, "gate", 21)) {
            session.run(client -> client.noop());
            proxy.assertFinished();
        }
    }

    @Test
    void combined() {
        try (var proxy = ScriptedServer.start(s -> then(s.send("220 proxy")
                        .expect("USER me@gate@" + SERVER)
                        .send("331 passwords")
                        .expect("PASS " + TestSession.PASSWORD + "@" + PROXY_PASSWORD)
                        .send("230 in")));
                var session = through(proxy, Method.COMBINED, "gate", 21)) {
            session.run(client -> client.noop());
            proxy.assertFinished();
        }
    }

    @Test
    void aProxyThatRefusesItsOwnLoginNeverHearsTheServersPassword() {
        try (var proxy = ScriptedServer.startForEach(Responder.standard().on("PASS", "530 not you"));
                var session = through(proxy, Method.SITE, "gate", 21)) {
            session.failure(LoginRefused.class, client -> 1);
            assertThat(proxy.commands()).containsExactly("USER gate", "PASS " + PROXY_PASSWORD);
        }
    }

    @Test
    void aServerThatTheProxyDoesNotReachIsSaid() {
        try (var proxy = ScriptedServer.startForEach(Responder.standard().on("OPEN", "421 no such host"));
                var session = through(proxy, Method.OPEN, "", 21)) {
            session.failure(java.io.IOException.class, client -> 1);
            assertThat(proxy.commands()).containsExactly("OPEN " + SERVER);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Security.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
    void aSiteThatDemandsTlsIsNotReachedThroughIt(Security security) {
        try (var proxy = ScriptedServer.startForEach(Responder.standard());
                var session =
                        plan(proxy, Method.SITE, "", 21).security(security).open()) {
            session.failure(TlsFailed.class, client -> 1);
            assertThat(proxy.connections()).isZero();
        }
    }

    @Test
    void nobodySeesItsPassword() {
        assertThat(new FtpProxy("gate.example", 21, Method.OPEN, "gate", PROXY_PASSWORD).toString())
                .doesNotContain(PROXY_PASSWORD);
    }

    private static Conversation ownLogin(Conversation s) {
        return s.send("220 proxy")
                .expect("USER gate")
                .send("331 password")
                .expect("PASS " + PROXY_PASSWORD)
                .send("230 you may pass");
    }

    private static Conversation login(Conversation s) {
        return s.expect("USER me")
                .send("331 password")
                .expect("PASS " + TestSession.PASSWORD)
                .send("230 in");
    }

    private static void then(Conversation s) {
        s.expect("FEAT")
                .send("500 what?")
                .expect("PWD")
                .send("257 \"/\"")
                .expect("NOOP")
                .send("200 ok");
    }

    private static TestSession through(ScriptedServer proxy, Method method, String user, int port) {
        return plan(proxy, method, user, port).open();
    }

    private static TestSession.Plan plan(ScriptedServer proxy, Method method, String user, int port) {
        FtpProxy way = new FtpProxy(proxy.host(), proxy.port(), method, user, user.isEmpty() ? "" : PROXY_PASSWORD);
        return TestSession.plan(SERVER, port)
                .options(ConnectionOptions.NONE.withLogin(LoginExtras.NONE.withProxy(way)));
    }
}
