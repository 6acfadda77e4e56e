// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * How a server reaches us in active mode where a router or firewall stands between. Immutable; any thread.
 *
 * @param firstPort the first of the ports on which we listen; 0 for any free port
 * @param lastPort the last of them, {@code firstPort} or higher
 * @param externalAddress the address by which servers outside our network reach us; null for our own
 */
public record ActiveRules(
        int firstPort, int lastPort, @Nullable InetAddress externalAddress) {

    /** Any free port, our own address. */
    public static final ActiveRules DEFAULT = new ActiveRules(0, 0, null);

    /**
     * Checks the ports.
     *
     * @throws IllegalArgumentException when they are no range within 1 to 65535 nor both 0
     */
    public ActiveRules {
        boolean anyPort = firstPort == 0 && lastPort == 0;
        if (!anyPort && (firstPort < 1 || lastPort > 65535 || firstPort > lastPort)) {
            throw new IllegalArgumentException("ports " + firstPort + " to " + lastPort + " are no range");
        }
    }

    /**
     * The address to name to a server: the external one, but not in the other address family, and a public one not to a
     * server in a network of our own, which would have to come in from outside.
     *
     * @param local our address on the control connection
     * @param server the server's
     */
    InetAddress announced(InetAddress local, InetAddress server) {
        InetAddress external = externalAddress;
        if (external == null || external.getClass() != local.getClass()) {
            return local;
        }
        boolean wayOut =
                AddressKind.of(server).isNearby() && !AddressKind.of(external).isNearby();
        return wayOut ? local : external;
    }
}
