// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** In which order a server writes the numbers of a date; the likeliest stands first. */
enum DateOrder {
    /** {@code 04/03/24}, where servers have such a setting. */
    YEAR_FIRST,
    /** {@code 03-24-04}. */
    MONTH_FIRST,
    /** {@code 24-03-04}. */
    DAY_FIRST
}
