// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites.options;

import java.util.Map;

/**
 * How a site's files are transferred. Immutable; any thread.
 *
 * @param verification which files are compared with the server's digest
 * @param temporaryNames whether uploads grow under a temporary name
 * @param permissions whether permissions are kept
 */
public record TransferOptions(VerificationChoice verification, boolean temporaryNames, boolean permissions) {

    /** What holds where a site says nothing. */
    public static final TransferOptions DEFAULT = new TransferOptions(VerificationChoice.USUAL, true, false);

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
    }

    static TransferOptions of(Values values) {
        return new TransferOptions(
                values.choice("transfers.verification", DEFAULT.verification),
                values.flag("transfers.temporaryNames", true),
                values.flag("transfers.permissions", false));
    }
}
