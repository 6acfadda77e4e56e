// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.proxy;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.Unreachable;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.connect.ConnectRace;
import io.github.twinport.ftp.connect.NameLookup;
import io.github.twinport.ftp.control.ProtocolLog;
import io.github.twinport.ftp.control.Watchdog;
import io.github.twinport.ftp.control.Watchdog.Watch;
import io.github.twinport.ftp.proxy.Proxy.HttpConnect;
import io.github.twinport.ftp.proxy.Proxy.Socks5;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/** Opens connections by way of a proxy. Belongs to the lane thread. */
public final class ProxyRoute {

    private final Proxy proxy;
    private final Watchdog watchdog;
    private final ProtocolLog log;

    /** The way through one proxy. */
    public ProxyRoute(Proxy proxy, Watchdog watchdog, ProtocolLog log) {
        this.proxy = proxy;
        this.watchdog = watchdog;
        this.log = log;
    }

    /**
     * Connects to a host, which the proxy looks up.
     *
     * @param host a name or an address
     * @param phase {@link Phase#CONNECT} or {@link Phase#DATA_CONNECT}; its limit holds for the proxy's answers
     * @return a connected channel in blocking mode, of which nothing of the server's has been read
     * @throws FtpException when the proxy cannot be reached or does not connect us; nothing is left open then
     */
    public SocketChannel connect(String host, int port, Phase phase) throws FtpException {
        String proxyName = proxy.host() + ":" + proxy.port();
        SocketChannel socket = new ConnectRace(
                        new NameLookup(watchdog, log).resolve(proxy.host(), proxy.port()), watchdog, log)
                .connect(proxyName);
        boolean connected = false;
        try {
            log.note("asking the proxy for " + host + " port " + port);
            askFor(socket, host, port, phase);
            connected = true;
            return socket;
        } finally {
            if (!connected) {
                close(socket);
            }
        }
    }

    private void askFor(SocketChannel socket, String host, int port, Phase phase) throws FtpException {
        try (Watch watch = watchdog.watch(phase, socket)) {
            try {
                shakeHands(new Wire(socket), host, port);
            } catch (IOException e) {
                IOException shown = e instanceof ProxyRefusal refusal ? masked(refusal) : e;
                log.failure(String.valueOf(shown.getMessage()));
                FtpException failure = watchdog.explain(watch, shown);
                throw failure instanceof ConnectionLost ? new Unreachable(host + ":" + port, phase, shown) : failure;
            }
        }
    }

    /** What the proxy says may hold the password that it was told. */
    private ProxyRefusal masked(ProxyRefusal refusal) {
        return new ProxyRefusal(log.secrets().mask(String.valueOf(refusal.getMessage())));
    }

    private void shakeHands(Wire wire, String host, int port) throws IOException {
        switch (proxy) {
            case Socks5 socks -> new SocksHandshake(socks, wire).connect(host, port);
            case HttpConnect http -> new HttpHandshake(http, wire).connect(host, port);
        }
    }

    private void close(SocketChannel socket) {
        try {
            socket.close();
        } catch (IOException e) {
            log.note("closing: " + e.getMessage());
        }
    }
}
