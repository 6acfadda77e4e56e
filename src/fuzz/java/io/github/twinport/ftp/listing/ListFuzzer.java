// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

/** Whole LIST listings of any content. */
public final class ListFuzzer {

    private ListFuzzer() {}

    /** Called by Jazzer for every input. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        FuzzedListing.check(ListingFormat.LIST, data);
    }
}
