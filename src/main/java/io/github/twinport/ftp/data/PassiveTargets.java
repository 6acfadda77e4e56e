// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.control.ProtocolLog;
import io.github.twinport.ftp.data.PassiveReplies.PassiveAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Decides to which addresses a passive data connection may go. A server behind NAT names its private address, which leads
 * nowhere or to a machine of ours; a hostile one names a third party. So the peer of the control connection comes first,
 * and another address only where it is public and the rules allow it. Immutable; any thread.
 */
final class PassiveTargets {

    private static final int FIRST_HARMLESS_PORT = 1024;

    private final DataAddressRules rules;
    private final ProtocolLog log;

    PassiveTargets(DataAddressRules rules, ProtocolLog log) {
        this.rules = rules;
        this.log = log;
    }

    /**
     * Where the port of a 229 reply is.
     *
     * @throws ProtocolViolation when nobody may be sent to that port
     */
    List<InetSocketAddress> of(ServerPlace server, int port) throws ProtocolViolation {
        if (!mayUse(server.isNearby(), port)) {
            throw new ProtocolViolation("the server named port " + port + ", where no data connection belongs");
        }
        return List.of(server.at(port));
    }

    /**
     * The addresses to try, in order, for a 227 reply.
     *
     * @throws ProtocolViolation when nobody may be sent to that port
     */
    List<InetSocketAddress> of(ServerPlace server, PassiveAddress named) throws ProtocolViolation {
        List<InetSocketAddress> first = of(server, named.port());
        InetAddress other = InetAddress.ofLiteral(named.host());
        if (other.equals(server.address())) {
            return first;
        }
        boolean allowed =
                rules.foreignAddresses() && AddressKind.of(other) == AddressKind.PUBLIC && mayUse(false, named.port());
        log.note("the server named " + named.host() + "; connecting to " + server.host()
                + (allowed ? " first" : " instead"));
        return allowed ? List.of(first.getFirst(), new InetSocketAddress(other, named.port())) : first;
    }

    private boolean mayUse(boolean nearby, int port) {
        return port >= FIRST_HARMLESS_PORT || rules.lowPorts() || nearby;
    }
}
