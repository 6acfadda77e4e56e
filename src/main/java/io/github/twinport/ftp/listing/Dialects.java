// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** The dialects in the order in which a line is tried. */
final class Dialects {

    private Dialects() {}

    static Dialect[] of(ListingFormat format, ListingClock clock) {
        SharedWords words = new SharedWords();
        return switch (format) {
            case MLSD -> new Dialect[] {new MlsdDialect(words)};
            case LIST -> {
                ServerTime time = new ServerTime(clock);
                yield new Dialect[] {new MacDialect(time, words), new UnixDialect(time, words), new DosDialect(time)};
            }
        };
    }
}
