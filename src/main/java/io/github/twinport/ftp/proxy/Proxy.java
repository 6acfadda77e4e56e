// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.proxy;

/**
 * What stands between us and every server. Host names of servers are looked up by the proxy, so that servers can be
 * reached whose names only it knows. Immutable; any thread.
 */
public sealed interface Proxy {

    /** The proxy's name or address. */
    String host();

    /** The proxy's port. */
    int port();

    /**
     * A SOCKS proxy of version 5 (RFC 1928) with an optional login (RFC 1929).
     *
     * @param host the proxy's name or address
     * @param port its port
     * @param user who logs in; empty for nobody
     * @param password the password of that user
     */
    record Socks5(String host, int port, String user, String password) implements Proxy {
        @Override
        public String toString() {
            return "Socks5[" + host + " port " + port + "]";
        }
    }

    /**
     * An HTTP proxy that opens tunnels (CONNECT, RFC 9110, 9.3.6) with an optional Basic login (RFC 7617).
     *
     * @param host the proxy's name or address
     * @param port its port
     * @param user who logs in; empty for nobody
     * @param password the password of that user
     */
    record HttpConnect(String host, int port, String user, String password) implements Proxy {

        /** User and password as Basic credentials (RFC 7617, 2), before they are encoded; empty for nobody. */
        public String login() {
            return user.isEmpty() ? "" : user + ":" + password;
        }

        @Override
        public String toString() {
            return "HttpConnect[" + host + " port " + port + "]";
        }
    }
}
