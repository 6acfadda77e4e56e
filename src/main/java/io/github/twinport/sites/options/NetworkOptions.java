// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites.options;

import io.github.twinport.ftp.client.KeepAlive;
import io.github.twinport.ftp.client.KeepAlive.DuringTransfers;
import io.github.twinport.ftp.data.ActiveRules;
import io.github.twinport.ftp.data.DataAddressRules;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a site's server is reached. Immutable; any thread.
 *
 * @param addresses where the server may send passive data connections
 * @param active how the server reaches us in active mode
 * @param proxy what stands between us and the server; null for nothing
 * @param keepAlive after how many idle seconds the server hears that we are still there; 0 for never
 * @param duringTransfers whether it hears that during transfers, too
 */
public record NetworkOptions(
        DataAddressRules addresses,
        ActiveRules active,
        @Nullable SiteProxy proxy,
        int keepAlive,
        DuringTransfers duringTransfers) {

    /** No rules of its own. */
    public static final NetworkOptions DEFAULT = new NetworkOptions(
            DataAddressRules.STRICT,
            ActiveRules.DEFAULT,
            null,
            (int) KeepAlive.DEFAULT.interval().toSeconds(),
            KeepAlive.DEFAULT.duringTransfers());

    /** How an idle connection is kept. */
    public KeepAlive keeping() {
        return keepAlive == 0
                ? KeepAlive.OFF
                : new KeepAlive(Duration.ofSeconds(keepAlive), KeepAlive.DEFAULT.atMost(), duringTransfers);
    }

    void putInto(Map<String, String> values) {
        values.put("addresses.foreign", String.valueOf(addresses.foreignAddresses()));
        values.put("addresses.lowPorts", String.valueOf(addresses.lowPorts()));
        values.put("active.firstPort", String.valueOf(active.firstPort()));
        values.put("active.lastPort", String.valueOf(active.lastPort()));
        InetAddress external = active.externalAddress();
        values.put("active.address", external == null ? "" : external.getHostAddress());
        values.put("keepAlive.seconds", String.valueOf(keepAlive));
        values.put("keepAlive.transfers", duringTransfers.name());
        if (proxy != null) {
            proxy.putInto(values);
        }
    }

    static NetworkOptions of(Values values) {
        return new NetworkOptions(
                new DataAddressRules(values.flag("addresses.foreign", false), values.flag("addresses.lowPorts", false)),
                active(values),
                SiteProxy.of(values),
                Math.max(0, values.number("keepAlive.seconds", DEFAULT.keepAlive)),
                values.choice("keepAlive.transfers", DEFAULT.duringTransfers));
    }

    private static ActiveRules active(Values values) {
        InetAddress external = values.<@Nullable InetAddress>of(
                "active.address", null, text -> text.isEmpty() ? null : InetAddress.ofLiteral(text));
        try {
            return new ActiveRules(values.number("active.firstPort", 0), values.number("active.lastPort", 0), external);
        } catch (IllegalArgumentException e) {
            return new ActiveRules(0, 0, external);
        }
    }
}
