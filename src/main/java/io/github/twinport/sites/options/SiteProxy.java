// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites.options;

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
        HTTP(8080);

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

    /** What the engine wants. */
    public Proxy withPassword(String password) {
        return switch (kind) {
            case SOCKS5 -> new Proxy.Socks5(host, port, user, password);
            case HTTP -> new Proxy.HttpConnect(host, port, user, password);
        };
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
