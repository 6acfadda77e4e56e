// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.rules;

import io.github.twinport.sites.options.TransferOptions;

/** How files are transferred with a site. */
public final class SiteRules {

    private SiteRules() {}

    /** As usual, where the site says nothing else. */
    public static TransferRules of(TransferOptions site, TransferRules usual) {
        Verification verification = switch (site.verification()) {
            case USUAL -> usual.verification();
            case AUTOMATIC -> Verification.AUTOMATIC;
            case ALWAYS -> Verification.ALWAYS;
            case OFF -> Verification.OFF;
        };
        return usual.withVerification(verification)
                .withTemporaryNames(site.temporaryNames() ? usual.temporaryNames() : TemporaryRule.OFF)
                .withPermissions(usual.permissions() || site.permissions())
                .withConnections(site.connections());
    }
}
