// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What a listing's times are measured against.
 *
 * @param now the present, from which the year of a line that shows none is guessed: this year, or last year where that
 *     would be more than a day ahead
 * @param serverOffset how far the times in LIST lines are ahead of UTC; MLSD is in UTC always and ignores it
 */
public record ListingClock(Instant now, ZoneOffset serverOffset) {}
