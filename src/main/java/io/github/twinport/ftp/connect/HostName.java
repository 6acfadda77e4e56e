// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.connect;

import io.github.twinport.ftp.FtpException.UnknownHost;
import io.github.twinport.ftp.Server;
import java.net.IDN;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Host names and addresses as the network knows them. Immutable; any thread. */
public final class HostName {

    /** The most letters between two dots (RFC 1035, 2.3.4). */
    private static final int LONGEST_LABEL = 63;

    private HostName() {}

    /**
     * The same server with its name in the form that name services and certificates use: letters beyond ASCII are
     * encoded (RFC 3490). An address stays as it is, an IPv6 address with its zone.
     *
     * @throws UnknownHost when no name can be written like that
     */
    public static Server ascii(Server server) throws UnknownHost {
        String host = server.host();
        if (host.indexOf(':') >= 0 || isEncoded(host)) {
            return server;
        }
        try {
            return new Server(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED), server.port(), server.security());
        } catch (IllegalArgumentException e) {
            throw new UnknownHost(host, e);
        }
    }

    /** Whether a name is encoded already and has no part that is too long; spares most starts the tables of Unicode. */
    private static boolean isEncoded(String host) {
        return host.length() <= LONGEST_LABEL
                && !host.startsWith(".")
                && !host.contains("..")
                && host.chars().allMatch(character -> character < 0x80);
    }

    /**
     * Looks up a host; blocks for as long as the name service does. {@link NameLookup} can be cancelled.
     *
     * @return its addresses in the order in which they are to be tried
     * @throws UnknownHost when it has none
     */
    static List<InetSocketAddress> resolve(String host, int port) throws UnknownHost {
        try {
            return AddressOrder.of(List.of(InetAddress.getAllByName(host))).stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
        } catch (UnknownHostException e) {
            throw new UnknownHost(host, e);
        }
    }
}
