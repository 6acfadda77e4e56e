// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import static io.github.twinport.ftp.listing.Listings.CLOCK;
import static io.github.twinport.ftp.listing.Listings.list;
import static io.github.twinport.ftp.listing.Listings.mlsd;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListingParserTest {

    private static final String UNIX = "-rw-r--r-- 1 0 0 7 Jan 25  2020 f";

    @Test
    void handsOutAnEntryAsSoonAsItsLineIsThere() {
        ListingParser parser = new ListingParser(ListingFormat.LIST, CLOCK);
        List<Entry> entries = new ArrayList<>();
        parser.line(UNIX, entries::add);
        assertThat(entries).extracting(Entry::name).containsExactly("f");
    }

    @Test
    void takesLinesForNamesWhenNoDialectIsFound() {
        Listing listing =
                list("README", "my file.txt", "..", "..hidden", "dir: No such file or directory", "a/b", " x");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("README", "my file.txt", "..hidden");
        assertThat(listing.unparsed()).containsExactly("dir: No such file or directory", "a/b", " x");
    }

    @Test
    void doesNotTakeASentenceForAName() {
        Listing listing = list("No files found");
        assertThat(listing.entries()).isEmpty();
        assertThat(listing.unparsed()).containsExactly("No files found");
    }

    @Test
    void doesNotTakeLinesForNamesOnceADialectWasFound() {
        Listing listing = list("README", UNIX, "INDEX");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("f");
        assertThat(listing.unparsed()).containsExactly("README", "INDEX");
    }

    @Test
    void doesNotHoldBackNamesWithoutEnd() {
        ListingParser parser = new ListingParser(ListingFormat.LIST, CLOCK);
        List<Entry> entries = new ArrayList<>();
        IntStream.range(0, BareNames.ENOUGH).forEach(i -> parser.line("name" + i, entries::add));
        assertThat(entries).hasSize(BareNames.ENOUGH);
        parser.line("one-more", entries::add);
        parser.finish(entries::add);
        assertThat(entries).hasSize(BareNames.ENOUGH + 1);
        assertThat(parser.unparsedCount()).isZero();
    }

    @Test
    void keepsTheFirstThousandUnparsedLinesAndCountsAll() {
        ListingParser parser = new ListingParser(ListingFormat.MLSD, CLOCK);
        IntStream.range(0, 1_500).forEach(i -> parser.line("junk" + i + "x".repeat(5_000), entry -> {}));
        assertThat(parser.unparsedCount()).isEqualTo(1_500);
        assertThat(parser.unparsed()).hasSize(1_000).allMatch(line -> line.length() == 4_096);
    }

    @Test
    void reportsBothHalvesOfANameWithALineEnd() {
        Listing listing = mlsd("type=file; one", "two");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("one");
        assertThat(listing.unparsed()).containsExactly("two");
    }

    @Test
    void sharesTheWordsThatComeAgain() {
        Listing listing = list(UNIX.replace(" 0 0 ", " ann staff "), UNIX.replace(" 0 0 ", " ann staff "));
        assertThat(listing.entries().getFirst().owner())
                .isSameAs(listing.entries().getLast().owner());
    }
}
