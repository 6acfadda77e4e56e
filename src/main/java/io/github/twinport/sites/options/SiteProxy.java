// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites.options;

import io.github.twinport.ftp.client.FtpProxy;
import io.github.twinport.ftp.proxy.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxy by way of which a site is reached, without its password. Immutable; any thread.
 *
 * @param kind how it is spoken to
 * @param host its name or address
 * @param port its port
 * @param user who logs in there; empty for nobody
 */
public record SiteProxy(Kind kind, String host, int port, String user) {

    /** How proxies are spoken to. */
    public enum Kind {
        /** SOCKS, version 5. */
        SOCKS5(1080),
        /** HTTP with CONNECT. */
        HTTP(8080),
        /** FTP: {@code USER user@server}. */
        FTP_USER(21),
        /** FTP: {@code SITE server}. */
        FTP_SITE(21),
        /** FTP: {@code OPEN server}. */
        FTP_OPEN(21),
        /** FTP: {@code USER user@server proxyuser}, the proxy's password as account. */
        FTP_ACCOUNT(21),
        /** FTP: both users and both passwords in one. */
        FTP_COMBINED(21);

        private final int usualPort;

        Kind(int usualPort) {
            this.usualPort = usualPort;
        }

        /** The port that most of them have. */
        public int usualPort() {
            return usualPort;
        }
    }

    /**
     * Checks host and port.
     *
     * @throws IllegalArgumentException when there is no host or the port is not 1 to 65535
     */
    public SiteProxy {
        if (host.isBlank() || port < 1 || port > 65535) {
            throw new IllegalArgumentException("no proxy: " + host + " port " + port);
        }
    }

    /** What the engine wants of a proxy that passes connections on; null for another one. */
    public @Nullable Proxy tunnel(String password) {
        return switch (kind) {
            case SOCKS5 -> new Proxy.Socks5(host, port, user, password);
            case HTTP -> new Proxy.HttpConnect(host, port, user, password);
            case FTP_USER, FTP_SITE, FTP_OPEN, FTP_ACCOUNT, FTP_COMBINED -> null;
        };
    }

    /** What the engine wants of a proxy that speaks FTP; null for another one. */
    public @Nullable FtpProxy ftpProxy(String password) {
        return switch (kind) {
            case SOCKS5, HTTP -> null;
            case FTP_USER -> ftpProxy(FtpProxy.Method.USER_AT_SERVER, password);
            case FTP_SITE -> ftpProxy(FtpProxy.Method.SITE, password);
            case FTP_OPEN -> ftpProxy(FtpProxy.Method.OPEN, password);
            case FTP_ACCOUNT -> ftpProxy(FtpProxy.Method.ACCOUNT, password);
            case FTP_COMBINED -> ftpProxy(FtpProxy.Method.COMBINED, password);
        };
    }

    private FtpProxy ftpProxy(FtpProxy.Method method, String password) {
        return new FtpProxy(host, port, method, user, password);
    }

    void putInto(Map<String, String> values) {
        values.put("proxy.kind", kind.name());
        values.put("proxy.host", host);
        values.put("proxy.port", String.valueOf(port));
        values.put("proxy.user", user);
    }

    static @Nullable SiteProxy of(Values values) {
        return values.<@Nullable SiteProxy>of("proxy.kind", null, name -> {
            Kind kind = Kind.valueOf(name);
            return new SiteProxy(
                    kind,
                    values.string("proxy.host", ""),
                    values.number("proxy.port", kind.usualPort()),
                    values.string("proxy.user", ""));
        });
    }
}
