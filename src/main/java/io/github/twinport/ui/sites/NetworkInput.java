// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.client.KeepAlive.DuringTransfers;
import io.github.twinport.ftp.data.ActiveRules;
import io.github.twinport.ftp.data.DataAddressRules;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.InvalidServerUrlException;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.sites.options.NetworkOptions;
import io.github.twinport.sites.options.SiteProxy;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the fields of the connection page, before anybody knows whether it makes sense. Immutable; any thread.
 *
 * @param addresses the chosen rules of passive data connections
 * @param firstPort the first port for active data connections as typed, empty for any
 * @param lastPort the last of them as typed
 * @param externalAddress the address that the server is to be told, as typed; empty for our own
 * @param proxy the kind of the proxy, null for none
 * @param proxyHost the proxy's host as typed
 * @param proxyPort its port as typed, empty for the usual one
 * @param proxyUser its user as typed
 * @param keepAlive after how many idle seconds the server hears from us, 0 for never
 * @param duringTransfers whether it hears from us during transfers, too
 */
record NetworkInput(
        DataAddressRules addresses,
        String firstPort,
        String lastPort,
        String externalAddress,
        SiteProxy.@Nullable Kind proxy,
        String proxyHost,
        String proxyPort,
        String proxyUser,
        int keepAlive,
        DuringTransfers duringTransfers) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");
    private static final Pattern ADDRESS =
            Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    static NetworkInput of(NetworkOptions options) {
        ActiveRules active = options.active();
        InetAddress external = active.externalAddress();
        SiteProxy proxy = options.proxy();
        return new NetworkInput(
                options.addresses(),
                active.firstPort() == 0 ? "" : Integer.toString(active.firstPort()),
                active.lastPort() == 0 ? "" : Integer.toString(active.lastPort()),
                external == null ? "" : external.getHostAddress(),
                proxy == null ? null : proxy.kind(),
                proxy == null ? "" : proxy.host(),
                proxy == null || proxy.port() == proxy.kind().usualPort() ? "" : Integer.toString(proxy.port()),
                proxy == null ? "" : proxy.user(),
                options.keepAlive(),
                options.duringTransfers());
    }

    /** What is wrong, a sentence under the id of each field concerned; empty when it makes sense. */
    Map<String, String> problems(Messages messages) {
        Map<String, String> problems = new HashMap<>();
        if (active() == null) {
            problems.put("site-first-port", messages.text("sites.problem.ports"));
        }
        if (!externalAddress.isBlank() && address() == null) {
            problems.put("site-external-address", messages.text("sites.problem.address"));
        }
        if (proxy != null && namedProxy() == null) {
            problems.put("site-proxy-host", messages.text("sites.problem.proxyHost"));
        }
        if (proxy != null && !proxyPort.isBlank() && port(proxyPort) == 0) {
            problems.put("site-proxy-port", messages.text("sites.problem.port"));
        }
        return problems;
    }

    /** The options; only where there are no problems. */
    NetworkOptions options() {
        ActiveRules active = active();
        return new NetworkOptions(
                addresses, active == null ? ActiveRules.DEFAULT : active, siteProxy(), keepAlive, duringTransfers);
    }

    private @Nullable SiteProxy siteProxy() {
        String host = namedProxy();
        if (proxy == null || host == null) {
            return null;
        }
        return new SiteProxy(proxy, host, proxyPort.isBlank() ? proxy.usualPort() : port(proxyPort), proxyUser.strip());
    }

    /** The proxy's host by the rules of typed addresses, null where it is none. */
    private @Nullable String namedProxy() {
        String named = proxyHost.strip();
        try {
            // A port has a field of its own.
            boolean port = named.indexOf(':') >= 0 && named.indexOf(':') == named.lastIndexOf(':');
            boolean host = !named.isEmpty() && named.indexOf('/') < 0 && named.indexOf('@') < 0;
            return host && !port
                    ? ServerUrl.parse(named, Security.PLAIN).server().host()
                    : null;
        } catch (InvalidServerUrlException e) {
            return null;
        }
    }

    private @Nullable ActiveRules active() {
        boolean none = firstPort.isBlank() && lastPort.isBlank();
        int first = port(firstPort);
        int last = lastPort.isBlank() ? first : port(lastPort);
        boolean range = first > 0 && first <= last;
        return none || range ? new ActiveRules(first, last, address()) : null;
    }

    private @Nullable InetAddress address() {
        String typed = externalAddress.strip();
        try {
            return ADDRESS.matcher(typed).matches() ? InetAddress.ofLiteral(typed) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** 0 where it is none. */
    private static int port(String typed) {
        String digits = typed.strip();
        int number = DIGITS.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
        return number <= 65535 ? number : 0;
    }
}
