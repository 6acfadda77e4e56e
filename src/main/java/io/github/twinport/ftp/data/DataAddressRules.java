// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

/**
 * Where a server may send our passive data connections. Each exception helps against third parties as little as it helps
 * the server it is made for, so both are off until a user allows them for one site. Immutable; any thread.
 *
 * @param foreignAddresses whether a public address in a 227 reply is tried after the control connection's own peer (some
 *     clusters name another machine on purpose)
 * @param lowPorts whether ports below 1024, behind which other services listen, are connected to on public servers
 */
public record DataAddressRules(boolean foreignAddresses, boolean lowPorts) {

    /** Only the peer of the control connection, only ports from 1024 on. */
    public static final DataAddressRules STRICT = new DataAddressRules(false, false);
}
