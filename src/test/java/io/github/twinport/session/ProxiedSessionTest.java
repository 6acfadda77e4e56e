// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.FtpException.Unreachable;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.proxy.Proxy;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedProxy;
import io.github.twinport.support.ScriptedServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole sessions by way of a proxy. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ProxiedSessionTest {

    private static final String NAME = "known-to-the-proxy.invalid";

    enum Kind {
        SOCKS,
        HTTP;

        Proxy at(int port) {
            return switch (this) {
                case SOCKS -> new Proxy.Socks5("127.0.0.1", port, "", "");
                case HTTP -> new Proxy.HttpConnect("127.0.0.1", port, "", "");
            };
        }
    }

    private static Responder serving() {
        return Responder.standard()
                .on(
                        "RETR",
                        (s, name) ->
                                s.send("150 coming").data(d -> d.send("hello")).send("226 done"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void bothConnectionsTakeTheProxyWhichLooksTheNameUp(Kind kind) {
        try (var proxy = ScriptedProxy.start();
                var server = ScriptedServer.startForEach(serving());
                var session = session(kind.at(proxy.port()), server.port(), DataMode.AUTOMATIC)) {
            assertThat(session.retrieve("/a")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(session.retrieve("/b")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(proxy.targets())
                    .hasSize(3)
                    .startsWith(NAME + ":" + server.port())
                    .allMatch(target -> target.startsWith(NAME + ":"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void noServerIsToldToConnectToUsThroughAProxy(Kind kind) {
        try (var proxy = ScriptedProxy.start();
                var server = ScriptedServer.startForEach(serving());
                var session = session(kind.at(proxy.port()), server.port(), DataMode.ACTIVE)) {
            assertThat(session.retrieve("/a")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(server.commands()).contains("EPSV").noneMatch(command -> command.startsWith("EPRT"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aProxyThatRefusesMakesTheServerUnreachable(Kind kind) {
        try (var proxy = ScriptedProxy.startRefusing();
                var session = session(kind.at(proxy.port()), 2121, DataMode.AUTOMATIC)) {
            Unreachable failure = session.failure(Unreachable.class, client -> 1);
            assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
            assertThat(failure.hostAndPort()).isEqualTo(NAME + ":2121");
            assertThat(session.log()).anyMatch(line -> line.contains("proxy says"));
            assertThat(proxy.targets()).containsExactly(NAME + ":2121");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aProxyThatNeverAnswersTimesOut(Kind kind) throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
                var session = TestSession.plan(NAME, 2121)
                        .timeouts(TestSession.limits(1_000))
                        .options(ConnectionOptions.NONE.withProxy(kind.at(silent.getLocalPort())))
                        .open()) {
            assertThat(session.failure(TimedOut.class, client -> 1).phase()).isEqualTo(Phase.CONNECT);
            try (var taken = silent.accept()) {
                taken.setSoTimeout(5_000);
                assertThat(taken.getInputStream().readAllBytes()).isNotEmpty();
            }
        }
    }

    private static TestSession session(Proxy proxy, int port, DataMode mode) {
        return TestSession.plan(NAME, port)
                .mode(mode)
                .options(ConnectionOptions.NONE.withProxy(proxy))
                .open();
    }
}
