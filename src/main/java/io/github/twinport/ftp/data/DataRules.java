// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.proxy.ProxyRoute;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How data connections of one control connection may be opened and what is known about that. Immutable; any thread.
 *
 * @param mode which side may open them
 * @param addresses where the server may send us
 * @param active how the server reaches us
 * @param preferred the way that worked last time, null for none; tried first where the mode allows it
 * @param extendedPortRefused whether EPRT need not be tried on IPv4
 * @param silentStart whether transfers may begin although the server has not said that they do
 * @param proxy the way to all servers, null for none; no server can connect to us through it, so that passive mode is the
 *     only one then
 * @param host the server's name, by which a proxy knows it
 */
public record DataRules(
        DataMode mode,
        DataAddressRules addresses,
        ActiveRules active,
        @Nullable DataMethod preferred,
        boolean extendedPortRefused,
        Proof silentStart,
        @Nullable ProxyRoute proxy,
        String host) {

    /** The name of a server that only a proxy connects us with, else null. */
    @Nullable
    String proxiedHost() {
        return proxy == null ? null : host;
    }

    /** The ways to try, in order. */
    List<DataMethod> methods() {
        List<DataMethod> methods = new ArrayList<>(DataMethod.of(proxy == null ? mode : DataMode.PASSIVE));
        if (preferred != null && methods.remove(preferred)) {
            methods.addFirst(preferred);
        }
        return List.copyOf(methods);
    }
}
