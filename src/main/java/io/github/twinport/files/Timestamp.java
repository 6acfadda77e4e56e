// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.time.Instant;

/**
 * A point in time and how exactly it is known.
 *
 * @param instant the time in UTC; what lies below the precision is zero
 * @param precision how much of it is known
 */
public record Timestamp(Instant instant, Precision precision) {}
