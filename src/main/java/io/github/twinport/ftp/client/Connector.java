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
import io.github.twinport.ftp.control.WireCharset;
import io.github.twinport.ftp.proxy.Proxy;
import io.github.twinport.ftp.proxy.ProxyRoute;
import io.github.twinport.ftp.tls.DataProtection;
import io.github.twinport.ftp.tls.ServerCertificate;
import io.github.twinport.ftp.tls.TlsChannel;
import io.github.twinport.ftp.tls.TlsContext;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.ftp.tls.TrustDecision;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.util.List;
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
     * @param withoutTls13 whether TLS 1.2 is offered alone, whatever is known
     * @throws UnknownHost when the host's name is none
     */
    Connector(ConnectionSettings settings, Watchdog watchdog, boolean inSteps, boolean withoutTls13)
            throws UnknownHost {
        this.server = HostName.ascii(settings.server());
        this.settings = settings.withServer(server);
        ServerProfile known = settings.options()
                .profiles()
                .find(settings.server(), settings.credentials().user());
        this.profile = inSteps ? known.withPipelining(Proof.REFUSED) : known;
        this.withoutTls13 = withoutTls13 || profile.withoutTls13();
        this.watchdog = watchdog;
        this.log = new ProtocolLog(settings.transcript(), Clock.systemUTC(), settings.secrets());
    }

    /**
     * Connects. TLS 1.3 is left out only where the server has refused data connections with it (see {@link
     * ServerProfile#withoutTls13}); what it says of itself before anything is protected decides nothing.
     */
    FtpClient connect() throws FtpException {
        SocketChannel socket = open();
        ControlConnection control = new ControlConnection(socket, watchdog, log);
        // The user knows better than FEAT, and names and passwords are sent before that is asked for.
        control.useCharset(new WireCharset(settings.charset()));
        FtpClient client = null;
        try {
            client = logIn(control, socket);
            return client;
        } catch (OldTlsRefused e) {
            log.note("TLS 1.2 is refused: connecting again with TLS 1.3");
            control.close();
            withoutTls13 = false;
            return connect();
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

    private FtpClient logIn(ControlConnection control, SocketChannel socket) throws FtpException, OldTlsRefused {
        // Before a word is said: what this side cannot do is no reason to bother the server.
        TlsContext tls = server.security().usesTls() ? newContext() : null;
        if (server.security() != Security.IMPLICIT_TLS) {
            control.greeting();
        }
        if (server.security() == Security.EXPLICIT_TLS) {
            Reply reply = control.execute(Command.of("AUTH", "TLS"));
            if (reply.code() != 234) {
                throw control.fail(new TlsFailed("the server does not offer TLS", reply, false));
            }
        }
        if (tls != null) {
            startTls(control, tls.controlChannel(socket));
        }
        if (server.security() == Security.IMPLICIT_TLS) {
            control.greeting();
        }
        Pipeline pipeline = new Pipeline(control, profile.pipelining());
        Login login = new Login(control, settings);
        login.authenticate();
        Features features = Features.of(login.agree(tls != null, pipeline));
        StartFolder folder = new Introduction(control, settings, pipeline).run(features);
        TlsContext dataTls = settings.tls().dataProtection() == DataProtection.PRIVATE ? tls : null;
        return new FtpClient(
                settings, control, dataTls, features, folder, pipeline, profile.withoutTls13(withoutTls13));
    }

    private TlsContext newContext() throws FtpException {
        TlsSettings tls = withoutTls13 ? settings.tls().withoutTls13() : settings.tls();
        return new TlsContext(server, tls, new Unhurried(tls.decider(), watchdog));
    }

    private void startTls(ControlConnection control, TlsChannel channel) throws FtpException, OldTlsRefused {
        try {
            control.startTls(channel);
        } catch (TlsFailed e) {
            if (withoutTls13) {
                throw new OldTlsRefused();
            }
            throw e;
        }
        log.note(channel.version() + " " + channel.cipherSuite());
    }

    /** Decides as another one does, which may take as long as the user thinks about it. */
    private record Unhurried(TrustDecider decider, Watchdog watchdog) implements TrustDecider {
        @Override
        public TrustDecision decide(ServerCertificate certificate) {
            return watchdog.unwatched(() -> decider.decide(certificate));
        }

        @Override
        public boolean acceptsAll() {
            return decider.acceptsAll();
        }
    }

    /** The control connection must be opened again with TLS 1.3. */
    private static final class OldTlsRefused extends Exception {
        private static final long serialVersionUID = 1;
    }
}
