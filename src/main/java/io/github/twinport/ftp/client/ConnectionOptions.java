// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.data.ActiveRules;
import io.github.twinport.ftp.data.DataAddressRules;
import io.github.twinport.ftp.proxy.Proxy;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What few servers and networks need beyond a name and a password. Immutable; any thread.
 *
 * @param addresses where the server may send passive data connections
 * @param active how the server reaches us in active mode
 * @param keepAlive how an idle connection is kept
 * @param login what is said around the login
 * @param proxy what stands between us and the server; null for nothing
 * @param compression whether listings and files travel compressed
 * @param listOffset how far the times that LIST shows are ahead of UTC; null lets it be measured
 * @param profiles where it is kept what was learnt about the server
 */
public record ConnectionOptions(
        DataAddressRules addresses,
        ActiveRules active,
        KeepAlive keepAlive,
        LoginExtras login,
        @Nullable Proxy proxy,
        Compression compression,
        @Nullable ZoneOffset listOffset,
        ServerProfiles profiles) {

    /** Nothing special: what nearly every server wants. */
    public static final ConnectionOptions NONE = new ConnectionOptions(
            DataAddressRules.STRICT,
            ActiveRules.DEFAULT,
            KeepAlive.DEFAULT,
            LoginExtras.NONE,
            null,
            Compression.OFF,
            null,
            ServerProfiles.NONE);

    /** The same with other rules for passive data connections. */
    public ConnectionOptions withAddresses(DataAddressRules other) {
        return new ConnectionOptions(other, active, keepAlive, login, proxy, compression, listOffset, profiles);
    }

    /** The same with other rules for active mode. */
    public ConnectionOptions withActive(ActiveRules other) {
        return new ConnectionOptions(addresses, other, keepAlive, login, proxy, compression, listOffset, profiles);
    }

    /** The same with another way to keep idle connections. */
    public ConnectionOptions withKeepAlive(KeepAlive other) {
        return new ConnectionOptions(addresses, active, other, login, proxy, compression, listOffset, profiles);
    }

    /** The same with other words around the login. */
    public ConnectionOptions withLogin(LoginExtras other) {
        return new ConnectionOptions(addresses, active, keepAlive, other, proxy, compression, listOffset, profiles);
    }

    /** The same by way of a proxy. */
    public ConnectionOptions withProxy(@Nullable Proxy other) {
        return new ConnectionOptions(addresses, active, keepAlive, login, other, compression, listOffset, profiles);
    }

    /** The same with or without compression. */
    public ConnectionOptions withCompression(Compression other) {
        return new ConnectionOptions(addresses, active, keepAlive, login, proxy, other, listOffset, profiles);
    }

    /** The same with a clock of the server's listings that the user states, or with one that is measured (null). */
    public ConnectionOptions withListOffset(@Nullable ZoneOffset other) {
        return new ConnectionOptions(addresses, active, keepAlive, login, proxy, compression, other, profiles);
    }

    /** The same with another place for what is learnt. */
    public ConnectionOptions withProfiles(ServerProfiles other) {
        return new ConnectionOptions(addresses, active, keepAlive, login, proxy, compression, listOffset, other);
    }
}
