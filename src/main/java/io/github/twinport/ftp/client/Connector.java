// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.TlsFailed;
import io.github.twinport.ftp.FtpException.UnknownHost;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.connect.ConnectRace;
import io.github.twinport.ftp.connect.HostName;
import io.github.twinport.ftp.connect.NameLookup;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.ProtocolLog;
import io.github.twinport.ftp.control.Watchdog;
import io.github.twinport.ftp.proxy.Proxy;
import io.github.twinport.ftp.proxy.ProxyRoute;
import io.github.twinport.ftp.tls.DataProtection;
import io.github.twinport.ftp.tls.TlsChannel;
import io.github.twinport.ftp.tls.TlsContext;
import io.github.twinport.ftp.tls.TlsSettings;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens control connections: address, socket, TLS, login. Belongs to the lane thread. */
final class Connector {

    private final ConnectionSettings settings;
    private final Server server;
    private final ServerProfile profile;
    private final Watchdog watchdog;
    private final ProtocolLog log;
    private boolean withoutTls13;

    /**
     * For one connection.
     *
     * @param inSteps whether each command has to wait for the reply to the one before, whatever is known
     * @throws UnknownHost when the host's name is none
     */
    Connector(ConnectionSettings settings, Watchdog watchdog, boolean inSteps) throws UnknownHost {
        this.server = HostName.ascii(settings.server());
        this.settings = settings.withServer(server);
        ServerProfile known = settings.options()
                .profiles()
                .find(settings.server(), settings.credentials().user());
        this.profile = inSteps ? known.withPipelining(Proof.REFUSED) : known;
        this.withoutTls13 = profile.withoutTls13();
        this.watchdog = watchdog;
        this.log = new ProtocolLog(settings.transcript(), Clock.systemUTC(), settings.secrets());
    }

    FtpClient connect() throws FtpException {
        return connect(profile.withoutTls13() ? TlsRule.ONLY_12 : TlsRule.BY_BANNER);
    }

    private FtpClient connect(TlsRule rule) throws FtpException {
        SocketChannel socket = open();
        ControlConnection control = new ControlConnection(socket, watchdog, log);
        FtpClient client = null;
        try {
            client = logIn(control, socket, rule);
            return client;
        } catch (OtherTlsRule e) {
            log.note(e.reason);
            control.close();
            return connect(e.rule);
        } finally {
            if (client == null) {
                control.close();
            }
        }
    }

    /** The way through a proxy, null where there is none. */
    static @Nullable ProxyRoute route(@Nullable Proxy proxy, Watchdog watchdog, ProtocolLog log) {
        return proxy == null ? null : new ProxyRoute(proxy, watchdog, log);
    }

    /** The server that listens where we connect: the one that is meant, or an FTP proxy before it. */
    private Server firstServer() throws FtpException {
        FtpProxy proxy = settings.options().login().proxy();
        if (proxy == null) {
            return server;
        }
        if (server.security().usesTls()) {
            throw new TlsFailed("an FTP proxy reads everything: TLS does not reach through it", null);
        }
        return HostName.ascii(new Server(proxy.host(), proxy.port(), Security.PLAIN));
    }

    private SocketChannel open() throws FtpException {
        Server first = firstServer();
        ProxyRoute proxy = route(settings.options().proxy(), watchdog, log);
        if (proxy != null) {
            return proxy.connect(first.host(), first.port(), Phase.CONNECT);
        }
        List<InetSocketAddress> addresses = new NameLookup(watchdog, log).resolve(first.host(), first.port());
        return new ConnectRace(addresses, watchdog, log).connect(first.hostAndPort());
    }

    private FtpClient logIn(ControlConnection control, SocketChannel socket, TlsRule rule)
            throws FtpException, OtherTlsRule {
        TlsContext tls = switch (server.security()) {
            case PLAIN -> {
                control.greeting();
                yield null;
            }
            case EXPLICIT_TLS -> startExplicitTls(control, socket, rule);
            case IMPLICIT_TLS -> startImplicitTls(control, socket, rule);
        };
        Pipeline pipeline = new Pipeline(control, profile.pipelining());
        Login login = new Login(control, settings);
        login.authenticate();
        Features features = Features.of(login.agree(tls != null, pipeline));
        StartFolder folder = new Introduction(control, settings, pipeline).run(features);
        TlsContext dataTls = settings.tls().dataProtection() == DataProtection.PRIVATE ? tls : null;
        return new FtpClient(
                settings, control, dataTls, features, folder, pipeline, profile.withoutTls13(withoutTls13));
    }

    private TlsContext startExplicitTls(ControlConnection control, SocketChannel socket, TlsRule rule)
            throws FtpException, OtherTlsRule {
        boolean proFtpd = isProFtpd(control.greeting());
        boolean only12 = rule == TlsRule.ONLY_12 || (rule == TlsRule.BY_BANNER && proFtpd);
        TlsContext tls = newContext(only12);
        Reply reply = control.execute(Command.of("AUTH", "TLS"));
        if (reply.code() != 234) {
            throw control.fail(new TlsFailed("the server does not offer TLS: " + reply, null));
        }
        try {
            startTls(control, tls.controlChannel(socket));
        } catch (TlsFailed e) {
            if (only12) {
                throw new OtherTlsRule(TlsRule.AS_SET, "TLS 1.2 is refused: connecting again with TLS 1.3");
            }
            throw e;
        }
        return tls;
    }

    private TlsContext startImplicitTls(ControlConnection control, SocketChannel socket, TlsRule rule)
            throws FtpException, OtherTlsRule {
        TlsContext tls = newContext(rule == TlsRule.ONLY_12);
        TlsChannel channel = tls.controlChannel(socket);
        try {
            startTls(control, channel);
        } catch (TlsFailed e) {
            if (rule == TlsRule.ONLY_12) {
                throw new OtherTlsRule(TlsRule.AS_SET, "TLS 1.2 is refused: connecting again with TLS 1.3");
            }
            throw e;
        }
        boolean proFtpd = isProFtpd(control.greeting());
        if (rule == TlsRule.BY_BANNER && proFtpd && channel.version().equals("TLSv1.3")) {
            throw new OtherTlsRule(TlsRule.ONLY_12, "ProFTPD: connecting again with TLS 1.2");
        }
        return tls;
    }

    private TlsContext newContext(boolean only12) throws FtpException {
        withoutTls13 = only12;
        TlsSettings tls = only12 ? settings.tls().withoutTls13() : settings.tls();
        return new TlsContext(
                server,
                tls,
                certificate -> watchdog.unwatched(() -> tls.decider().decide(certificate)));
    }

    private void startTls(ControlConnection control, TlsChannel channel) throws FtpException {
        control.startTls(channel);
        log.note(channel.version() + " " + channel.cipherSuite());
    }

    private static boolean isProFtpd(Reply greeting) {
        return greeting.text().toLowerCase(Locale.ROOT).contains("proftpd");
    }

    /**
     * Which versions of TLS are offered. ProFTPD gives no new TLS 1.3 ticket after an upload and JSSE uses each ticket
     * once, so TLS 1.3 data connections are soon refused there, while TLS 1.2 always resumes.
     */
    private enum TlsRule {
        BY_BANNER,
        ONLY_12,
        AS_SET
    }

    /** The control connection must be opened again with other versions of TLS. */
    private static final class OtherTlsRule extends Exception {
        private static final long serialVersionUID = 1;

        private final TlsRule rule;
        private final String reason;

        OtherTlsRule(TlsRule rule, String reason) {
            super(reason);
            this.rule = rule;
            this.reason = reason;
        }
    }
}
