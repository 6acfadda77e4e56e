// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Parses lines for tests, on 2026-11-21 at midnight. */
final class Listings {

    static final ListingClock CLOCK = new ListingClock(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);

    private Listings() {}

    static Listing parse(ListingFormat format, String... lines) {
        return parse(format, CLOCK, lines);
    }

    static Listing parse(ListingFormat format, ListingClock clock, String... lines) {
        return parse(format, clock, RemotePath.ROOT, lines);
    }

    static Listing parse(ListingFormat format, ListingClock clock, RemotePath folder, String... lines) {
        ListingParser parser = new ListingParser(format, clock, folder);
        List<Entry> entries = new ArrayList<>();
        for (String line : lines) {
            parser.line(line, entries::add);
        }
        parser.finish(entries::add);
        return new Listing(entries, parser.unparsed(), parser.unparsedCount(), parser.gaps());
    }

    static Listing list(String... lines) {
        return parse(ListingFormat.LIST, lines);
    }

    static Listing mlsd(String... lines) {
        return parse(ListingFormat.MLSD, lines);
    }

    /** The only entry of a listing in which every line was understood. */
    static Entry only(Listing listing) {
        assertThat(listing.unparsed()).isEmpty();
        assertThat(listing.entries()).hasSize(1);
        return listing.entries().getFirst();
    }

    static Entry entry(String line) {
        return only(list(line));
    }

    static Timestamp time(String instant, Precision precision) {
        return new Timestamp(Instant.parse(instant), precision);
    }
}
