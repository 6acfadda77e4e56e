// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.data.DataMethod;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt about one server by trying, so that the next connection begins with what works. Only ever changes the
 * order of attempts and leaves out what the server has refused; it allows nothing that the settings forbid. Immutable;
 * any thread.
 *
 * @param dataMethod the way to data connections that worked last, null while none has
 * @param extendedPortRefused whether the server knows PORT only
 * @param withoutTls13 whether TLS 1.3 data connections were refused or will be, so that TLS 1.2 is offered alone
 * @param mlsdRefused whether LIST works although MLSD is announced
 * @param hiddenFilesRefused whether LIST works without -a only
 */
public record ServerProfile(
        @Nullable DataMethod dataMethod,
        boolean extendedPortRefused,
        boolean withoutTls13,
        boolean mlsdRefused,
        boolean hiddenFilesRefused) {

    /** Nothing is known yet. */
    public static final ServerProfile UNKNOWN = new ServerProfile(null, false, false, false, false);

    /** The same with or without TLS 1.3. */
    public ServerProfile withoutTls13(boolean without) {
        return new ServerProfile(dataMethod, extendedPortRefused, without, mlsdRefused, hiddenFilesRefused);
    }
}
