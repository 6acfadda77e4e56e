// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

/**
 * An FTP proxy: a server of the old kind to which one logs in first and which goes on to the server that is meant. It
 * reads everything that passes, so a site that demands TLS is never reached through it. Immutable; any thread.
 *
 * @param host the proxy's name or address
 * @param port its port
 * @param method how it is told where to go
 * @param user who logs in on the proxy; empty where it wants no login
 * @param password the password of that user
 */
public record FtpProxy(String host, int port, Method method, String user, String password) {

    /** How a proxy is told where to go. {@code server} is its name, with its port where that is not 21. */
    public enum Method {
        /** The proxy's own login if it wants one, then {@code USER user@server}. */
        USER_AT_SERVER,
        /** The proxy's own login if it wants one, then {@code SITE server}, then the server's login. */
        SITE,
        /** The proxy's own login if it wants one, then {@code OPEN server}, then the server's login. */
        OPEN,
        /** {@code USER user@server proxyuser}, the server's password, and the proxy's as {@code ACCT}. */
        ACCOUNT,
        /** {@code USER user@proxyuser@server} and {@code PASS password@proxypassword}. */
        COMBINED
    }

    @Override
    public String toString() {
        return "FtpProxy[" + method + " " + host + " port " + port + "]";
    }
}
