// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * A date of three numbers that does not tell their order, as each order reads it; null where an order makes no date of
 * it.
 *
 * @param yearFirst as year, month, day
 * @param monthFirst as month, day, year
 * @param dayFirst as day, month, year
 */
record OpenDate(
        @Nullable Timestamp yearFirst,
        @Nullable Timestamp monthFirst,
        @Nullable Timestamp dayFirst) {

    /** What it is in an order. */
    @Nullable
    Timestamp in(DateOrder order) {
        return switch (order) {
            case YEAR_FIRST -> yearFirst;
            case MONTH_FIRST -> monthFirst;
            case DAY_FIRST -> dayFirst;
        };
    }
}
