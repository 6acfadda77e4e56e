// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.proxy;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Tells addresses from names. */
final class Literals {

    private Literals() {}

    /** The address that a text writes out, null for a name; nothing is looked up. */
    static @Nullable InetAddress addressOf(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
