// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

/** Whole MLSD listings of any content. */
public final class MlsdFuzzer {

    private MlsdFuzzer() {}

    /** Called by Jazzer for every input. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        FuzzedListing.check(ListingFormat.MLSD, data);
    }
}
