// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.TlsFailed;
import io.github.twinport.ftp.FtpException.UnknownHost;
import io.github.twinport.ftp.FtpException.Unreachable;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.ProtocolLog;
import io.github.twinport.ftp.control.Watchdog;
import io.github.twinport.ftp.control.Watchdog.Watch;
import io.github.twinport.ftp.tls.TlsChannel;
import io.github.twinport.ftp.tls.TlsContext;
import io.github.twinport.ftp.tls.TlsSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens control connections: address, socket, TLS, login. Belongs to the lane thread. */
final class Connector {

    private final ConnectionSettings settings;
    private final Server server;
    private final Watchdog watchdog;
    private final ProtocolLog log;

    Connector(ConnectionSettings settings, Watchdog watchdog) {
        this.settings = settings;
        this.server = settings.server();
        this.watchdog = watchdog;
        this.log = new ProtocolLog(settings.transcript(), Clock.systemUTC());
    }

    FtpClient connect() throws FtpException {
        SocketChannel socket = open();
        ControlConnection control = new ControlConnection(socket, watchdog, log);
        try {
            return logIn(control, socket);
        } catch (FtpException e) {
            control.close();
            throw e;
        } catch (NeedsTls12 e) {
            control.close();
            log.note("ProFTPD gives no new TLS 1.3 tickets for uploads: connecting again with TLS 1.2");
            return new Connector(settings.withTls(settings.tls().withoutTls13()), watchdog).connect();
        }
    }

    private SocketChannel open() throws FtpException {
        FtpException failure = null;
        for (InetAddress address : resolve()) {
            try {
                return open(new InetSocketAddress(address, server.port()));
            } catch (Unreachable | FtpException.TimedOut e) {
                failure = e;
            }
        }
        throw failure == null ? new UnknownHost(server.host(), null) : failure;
    }

    private InetAddress[] resolve() throws UnknownHost {
        try {
            return InetAddress.getAllByName(server.host());
        } catch (UnknownHostException e) {
            log.failure("no address for " + server.host());
            throw new UnknownHost(server.host(), e);
        }
    }

    private SocketChannel open(InetSocketAddress address) throws FtpException {
        String text = address.getAddress().getHostAddress() + " port " + address.getPort();
        log.note("connecting to " + text);
        SocketChannel socket = null;
        try {
            socket = SocketChannel.open();
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            connect(socket, address);
            return socket;
        } catch (IOException e) {
            close(socket);
            FtpException failure =
                    e instanceof FtpException known ? known : new Unreachable(server.hostAndPort(), Phase.CONNECT, e);
            log.failure(text + ": " + failure.getMessage());
            throw failure;
        }
    }

    private void connect(SocketChannel socket, InetSocketAddress address) throws IOException {
        try (Watch watch = watchdog.watch(Phase.CONNECT, socket)) {
            try {
                socket.connect(address);
            } catch (IOException e) {
                FtpException failure = watchdog.explain(watch, e);
                throw failure instanceof ConnectionLost
                        ? new Unreachable(server.hostAndPort(), Phase.CONNECT, e)
                        : failure;
            }
        }
    }

    private FtpClient logIn(ControlConnection control, SocketChannel socket) throws FtpException, NeedsTls12 {
        TlsContext tls = null;
        Login login = new Login(control, settings);
        switch (server.security()) {
            case PLAIN -> control.greeting();
            case EXPLICIT_TLS -> {
                Reply greeting = control.greeting();
                tls = newContext(isProFtpd(greeting) ? settings.tls().withoutTls13() : settings.tls());
                Reply reply = control.execute(Command.of("AUTH", "TLS"));
                if (reply.code() != 234) {
                    throw control.fail(new TlsFailed("the server does not offer TLS: " + reply, null));
                }
                startTls(control, tls.controlChannel(socket));
            }
            case IMPLICIT_TLS -> {
                tls = newContext(settings.tls());
                TlsChannel channel = tls.controlChannel(socket);
                startTls(control, channel);
                if (isProFtpd(control.greeting()) && channel.version().equals("TLSv1.3")) {
                    throw new NeedsTls12();
                }
            }
        }
        login.authenticate();
        if (server.security() != Security.PLAIN) {
            login.protectData();
        }
        Features features = login.learnFeatures();
        return new FtpClient(settings, control, tls, features, login.startFolder());
    }

    private TlsContext newContext(TlsSettings tls) {
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

    private void close(@Nullable SocketChannel socket) {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                log.note("closing: " + e.getMessage());
            }
        }
    }

    /** An implicit TLS connection turned out to lead to a server whose TLS 1.3 does not resume. */
    private static final class NeedsTls12 extends Exception {
        private static final long serialVersionUID = 1;
    }
}
