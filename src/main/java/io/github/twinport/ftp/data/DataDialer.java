// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.FtpException.Unreachable;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.Watchdog.Watch;
import io.github.twinport.ftp.proxy.ProxyRoute;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connects to passive ports. Belongs to the lane thread. */
final class DataDialer {

    private final ControlConnection control;
    private final @Nullable ProxyRoute proxy;
    private @Nullable String reached;

    /**
     * For one control connection.
     *
     * @param proxy the way to all servers; null for none
     */
    DataDialer(ControlConnection control, @Nullable ProxyRoute proxy) {
        this.control = control;
        this.proxy = proxy;
    }

    /**
     * Connects to the first address that can be reached; a host that was reached before comes first.
     *
     * @throws Unreachable when none can be reached; the failure is the first address's
     * @throws TimedOut when that one did not answer
     */
    SocketChannel connect(List<InetSocketAddress> targets) throws FtpException {
        List<InetSocketAddress> left = new ArrayList<>(targets);
        left.sort((a, b) -> Boolean.compare(host(b).equals(reached), host(a).equals(reached)));
        FtpException failure = null;
        for (InetSocketAddress target : left) {
            try {
                SocketChannel socket = proxy == null
                        ? connect(target)
                        : proxy.connect(host(target), target.getPort(), Phase.DATA_CONNECT);
                reached = host(target);
                control.log().note("data connection with " + text(target));
                return socket;
            } catch (Unreachable | TimedOut e) {
                failure = failure == null ? e : failure;
            }
        }
        throw failure == null ? new Unreachable("", Phase.DATA_CONNECT, null) : failure;
    }

    private SocketChannel connect(InetSocketAddress target) throws FtpException {
        SocketChannel socket = null;
        try {
            socket = SocketChannel.open();
            try (Watch watch = control.watchdog().watch(Phase.DATA_CONNECT, socket)) {
                try {
                    socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
                    socket.connect(target);
                    return socket;
                } catch (IOException e) {
                    FtpException failure = control.watchdog().explain(watch, e);
                    throw failure instanceof ConnectionLost
                            ? new Unreachable(text(target), Phase.DATA_CONNECT, e)
                            : failure;
                }
            }
        } catch (FtpException e) {
            close(socket);
            throw e;
        } catch (IOException e) {
            throw new Unreachable(text(target), Phase.DATA_CONNECT, e);
        }
    }

    private void close(@Nullable SocketChannel socket) {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                control.log().note("closing a data connection: " + e.getMessage());
            }
        }
    }

    static String text(InetSocketAddress address) {
        return host(address) + ":" + address.getPort();
    }

    private static String host(InetSocketAddress address) {
        return address.getAddress() == null
                ? address.getHostString()
                : address.getAddress().getHostAddress();
    }
}
