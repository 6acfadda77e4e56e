// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp;

/**
 * Where a server listens and how it is spoken to.
 *
 * @param host a host name, an IPv4 address or an IPv6 address without brackets
 * @param port the port of the control connection, 1 to 65535
 * @param security how the control connection is protected
 */
public record Server(String host, int port, Security security) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException when the host is blank or the port out of range
     */
    public Server {
        if (host.isBlank()) {
            throw new IllegalArgumentException("no host");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
        }
    }

    /** Host and port as people write them, an IPv6 address in brackets. */
    public String hostAndPort() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
