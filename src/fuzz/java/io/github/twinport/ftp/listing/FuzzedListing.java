// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads an input as a listing and checks what must hold for any: plain names, possible sizes, no line counted twice. */
final class FuzzedListing {

    private static final ListingClock CLOCK =
            new ListingClock(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.ofHours(-5));

    private FuzzedListing() {}

    static void check(ListingFormat format, FuzzedDataProvider data) {
        String text = data.consumeBoolean()
                ? new String(data.consumeRemainingAsBytes(), StandardCharsets.UTF_8)
                : data.consumeRemainingAsString();
        ListingParser parser = new ListingParser(format, CLOCK);
        List<Entry> entries = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (String line : lines) {
            parser.line(line, entries::add);
            MlsxLine.parse(line);
            MlsxLine.entry(line, "x");
            TimeText.parse(line);
        }
        parser.finish(entries::add);
        for (Entry entry : entries) {
            if (!EntryName.isPlain(entry.name()) || entry.size() < Entry.UNKNOWN_SIZE) {
                throw new IllegalStateException("no valid entry: " + entry);
            }
        }
        if (entries.size() + parser.unparsedCount() > lines.length) {
            throw new IllegalStateException("a line was counted twice");
        }
    }
}
