// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites.options;

import io.github.twinport.ftp.client.Compression;
import io.github.twinport.ftp.client.ConnectionOptions;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a site says beyond where it is and who logs in. Most sites need none of it. Holds no secret: passwords of proxies
 * and of certificate files are asked for. Immutable; any thread.
 *
 * @param network how the server is reached
 * @param protection how connections are encrypted
 * @param login what is said around the login
 * @param transfers how files are transferred
 */
public record SiteOptions(
        NetworkOptions network, ProtectionOptions protection, LoginOptions login, TransferOptions transfers) {

    /** What holds for a site that says nothing. */
    public static final SiteOptions DEFAULT = new SiteOptions(
            NetworkOptions.DEFAULT, ProtectionOptions.DEFAULT, LoginOptions.DEFAULT, TransferOptions.DEFAULT);

    /** The same with another way to the server. */
    public SiteOptions withNetwork(NetworkOptions other) {
        return new SiteOptions(other, protection, login, transfers);
    }

    /** The same with another protection. */
    public SiteOptions withProtection(ProtectionOptions other) {
        return new SiteOptions(network, other, login, transfers);
    }

    /** The same with other words around the login. */
    public SiteOptions withLogin(LoginOptions other) {
        return new SiteOptions(network, protection, other, transfers);
    }

    /** The same with other transfers. */
    public SiteOptions withTransfers(TransferOptions other) {
        return new SiteOptions(network, protection, login, other);
    }

    /** What the engine wants, made of what holds for every server. */
    public ConnectionOptions applyTo(ConnectionOptions base, String proxyPassword) {
        SiteProxy proxy = network.proxy();
        return base.withAddresses(network.addresses())
                .withActive(network.active())
                .withKeepAlive(
                        network.keeping().equals(NetworkOptions.DEFAULT.keeping())
                                ? base.keepAlive()
                                : network.keeping())
                .withLogin(login.extras()
                        .withClientName(base.login().clientName())
                        .withTelnetAbort(transfers.telnetAbort())
                        .withProxy(proxy == null ? null : proxy.ftpProxy(proxyPassword)))
                .withProxy(proxy == null ? base.proxy() : proxy.tunnel(proxyPassword))
                .withCompression(transfers.compression() ? Compression.ON : Compression.OFF)
                .withListOffset(transfers.listOffset());
    }

    /** How it is kept in a database: JSON with what is not as in {@link #DEFAULT}; {@link #of} reads it. */
    public String text() {
        Map<String, String> values = values();
        values.entrySet().removeAll(DEFAULT.values().entrySet());
        return FlatJson.write(values);
    }

    /** Reads what {@link #text} of any version wrote; what is missing or makes no sense is as in {@link #DEFAULT}. */
    public static SiteOptions of(String text) {
        Values values = new Values(FlatJson.read(text));
        return new SiteOptions(
                NetworkOptions.of(values),
                ProtectionOptions.of(values),
                LoginOptions.of(values),
                TransferOptions.of(values));
    }

    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        network.putInto(values);
        protection.putInto(values);
        login.putInto(values);
        transfers.putInto(values);
        return values;
    }
}
