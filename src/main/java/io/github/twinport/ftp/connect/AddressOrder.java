// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.connect;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** The order in which the addresses of one host are tried (RFC 8305, 4). */
final class AddressOrder {

    private AddressOrder() {}

    /** IPv6 and IPv4 in turn, IPv6 first; within each family as the name service gave them. */
    static List<InetAddress> of(List<InetAddress> addresses) {
        List<InetAddress> version6 = new ArrayList<>();
        List<InetAddress> version4 = new ArrayList<>();
        for (InetAddress address : addresses) {
            (address instanceof Inet6Address ? version6 : version4).add(address);
        }
        List<InetAddress> ordered = new ArrayList<>();
        for (int i = 0; i < Math.max(version6.size(), version4.size()); i++) {
            if (i < version6.size()) {
                ordered.add(version6.get(i));
            }
            if (i < version4.size()) {
                ordered.add(version4.get(i));
            }
        }
        return ordered;
    }
}
