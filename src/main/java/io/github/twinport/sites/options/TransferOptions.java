// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites.options;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a site's files are transferred. Immutable; any thread.
 *
 * @param verification which files are compared with the server's digest
 * @param temporaryNames whether uploads grow under a temporary name
 * @param permissions whether permissions are kept
 * @param compression whether listings and files travel compressed where the server can do it (MODE Z)
 * @param connections how many connections move files at once at most, 1 to {@link #MOST_CONNECTIONS}; 0 for as many
 *     as the server allows
 * @param telnetAbort whether a transfer that is broken off is announced by Telnet's IP and Synch, which some servers need
 *     to look at ABOR
 * @param listOffset how far the times that LIST shows are ahead of UTC; null lets it be measured
 */
public record TransferOptions(
        VerificationChoice verification,
        boolean temporaryNames,
        boolean permissions,
        boolean compression,
        int connections,
        boolean telnetAbort,
        @Nullable ZoneOffset listOffset) {

    /** More never make it faster. */
    public static final int MOST_CONNECTIONS = 16;

    /** What holds where a site says nothing. */
    public static final TransferOptions DEFAULT =
            new TransferOptions(VerificationChoice.USUAL, true, false, false, 0, false, null);

    /** Which files are compared with the server's digest. */
    public enum VerificationChoice {
        /** As for all transfers. */
        USUAL,
        /** Those large enough for one more command not to count. */
        AUTOMATIC,
        /** All. */
        ALWAYS,
        /** None; the length is always compared. */
        OFF
    }

    void putInto(Map<String, String> values) {
        values.put("transfers.verification", verification.name());
        values.put("transfers.temporaryNames", String.valueOf(temporaryNames));
        values.put("transfers.permissions", String.valueOf(permissions));
        values.put("transfers.compression", String.valueOf(compression));
        values.put("transfers.connections", String.valueOf(connections));
        values.put("transfers.telnetAbort", String.valueOf(telnetAbort));
        values.put("transfers.listOffset", listOffset == null ? "" : listOffset.getId());
    }

    static TransferOptions of(Values values) {
        return new TransferOptions(
                values.choice("transfers.verification", DEFAULT.verification),
                values.flag("transfers.temporaryNames", true),
                values.flag("transfers.permissions", false),
                values.flag("transfers.compression", false),
                Math.clamp(values.number("transfers.connections", 0), 0, MOST_CONNECTIONS),
                values.flag("transfers.telnetAbort", false),
                values.<@Nullable ZoneOffset>of("transfers.listOffset", null, TransferOptions::offset));
    }

    private static @Nullable ZoneOffset offset(String text) {
        try {
            return text.isEmpty() ? null : ZoneOffset.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
