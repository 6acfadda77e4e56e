// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import java.net.Inet4Address;
import java.net.InetAddress;

/** From how far away an address can be reached. */
enum AddressKind {
    /** This computer. */
    LOOPBACK,
    /** A private network: RFC 1918, RFC 6598 (carriers' NAT), link-local, RFC 4193. */
    PRIVATE,
    /** Nowhere: unspecified, multicast, documentation, benchmarks, reserved (RFC 6890). */
    UNROUTABLE,
    /** Everything else. */
    PUBLIC;

    /** The kind of one address. */
    static AddressKind of(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return LOOPBACK;
        }
        if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
            return UNROUTABLE;
        }
        if (address.isSiteLocalAddress() || address.isLinkLocalAddress()) {
            return PRIVATE;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        int third = bytes[2] & 0xFF;
        if (address instanceof Inet4Address) {
            return ofVersion4(first, second, third);
        }
        boolean documentation = first == 0x20 && second == 0x01 && third == 0x0D && (bytes[3] & 0xFF) == 0xB8;
        if (documentation) {
            return UNROUTABLE;
        }
        return (first & 0xFE) == 0xFC ? PRIVATE : PUBLIC;
    }

    private static AddressKind ofVersion4(int first, int second, int third) {
        if (first == 100 && second >= 64 && second < 128) {
            return PRIVATE;
        }
        boolean reserved = switch (first) {
            case 0 -> true;
            case 192 -> second == 0 && (third == 0 || third == 2);
            case 198 -> (second == 51 && third == 100) || second == 18 || second == 19;
            case 203 -> second == 0 && third == 113;
            default -> first >= 240;
        };
        return reserved ? UNROUTABLE : PUBLIC;
    }

    /** Whether whoever is there stands in a network of our own. */
    boolean isNearby() {
        return this == LOOPBACK || this == PRIVATE;
    }
}
