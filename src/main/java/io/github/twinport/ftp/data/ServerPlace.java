// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The machine on which the server is. Immutable; any thread.
 *
 * @param host its address, or its name where only a proxy knows the address
 * @param address its address, null where only a proxy knows it
 */
record ServerPlace(String host, @Nullable InetAddress address) {

    /** A server that we are connected with ourselves. */
    static ServerPlace of(InetAddress peer) {
        return new ServerPlace(peer.getHostAddress(), peer);
    }

    /** A server behind a proxy. */
    static ServerPlace behindProxy(String host) {
        try {
            return of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return new ServerPlace(host, null);
        }
    }

    /** One of its ports. */
    InetSocketAddress at(int port) {
        return address == null ? InetSocketAddress.createUnresolved(host, port) : new InetSocketAddress(address, port);
    }

    /** Whether it stands in a network of our own; nobody knows that of a name behind a proxy. */
    boolean isNearby() {
        return address != null && AddressKind.of(address).isNearby();
    }
}
