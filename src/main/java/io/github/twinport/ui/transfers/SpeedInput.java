// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import java.util.Optional;

/** Reads a speed that somebody has typed. */
final class SpeedInput {

    private static final long MOST = 100_000_000L;

    private SpeedInput() {}

    /**
     * The speed in bytes per second.
     *
     * @param text a whole number of kilobytes per second; 0 for no limit
     * @return empty when it is something else
     */
    static Optional<Long> bytesPerSecond(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()))
                    .filter(kilobytes -> kilobytes >= 0 && kilobytes <= MOST)
                    .map(kilobytes -> kilobytes * 1000);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
