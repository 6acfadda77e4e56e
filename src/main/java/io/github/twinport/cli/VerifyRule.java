// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.transfer.rules.Verification;

/** Which files are compared with the server's digest after their transfer. */
enum VerifyRule {
    /** None; the length is always compared. */
    OFF,
    /** Those for which one more round trip does not count. */
    AUTOMATIC,
    /** All. */
    ALWAYS;

    Verification verification() {
        return switch (this) {
            case OFF -> Verification.OFF;
            case AUTOMATIC -> Verification.AUTOMATIC;
            case ALWAYS -> Verification.ALWAYS;
        };
    }
}
