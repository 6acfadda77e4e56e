// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import static io.github.twinport.ftp.listing.Listings.list;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What only a whole listing can tell. */
class UndecidedTest {

    private static final String COLUMNS = "-rw-r--r-- 1 ann staff 1 Jan 25 10:00";
    private static final String DOS = "  03:31PM       681 ";

    @Test
    void blanksThatEveryNameHasFillAColumn() {
        Listing listing = list(COLUMNS + "   a", COLUMNS + "   b", COLUMNS + "    c");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("a", "b", " c");
        // Three files may be called so, too: nothing is deleted because of this listing.
        assertThat(listing.gaps()).containsExactly(Gap.GUESSED_LINES);
    }

    @Test
    void blanksAreTheNamesOwnWhereOneNameHasNone() {
        Listing listing = list(COLUMNS + "   a", COLUMNS + " b", COLUMNS + "   c");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("  a", "b", "  c");
        assertThat(listing.isWhole()).isTrue();
    }

    @Test
    void theFolderItselfShowsHowManyBlanksFillAColumn() {
        Listing filled = list(COLUMNS + "   .", COLUMNS + "   ..", COLUMNS + "   a", COLUMNS + "    b");
        assertThat(filled.entries()).extracting(Entry::name).containsExactly("a", " b");
        assertThat(filled.isWhole()).isTrue();
        Listing plain = list(COLUMNS + " .", COLUMNS + "   a");
        assertThat(plain.entries()).extracting(Entry::name).containsExactly("  a");
        assertThat(plain.isWhole()).isTrue();
    }

    @Test
    void fewNamesThatAllBeginWithBlanksMayBeCalledSo() {
        Listing listing = list(COLUMNS + "   a", COLUMNS + "   b");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("  a", "  b");
        assertThat(listing.gaps()).containsExactly(Gap.GUESSED_LINES);
    }

    @Test
    void entriesAreHandedOutInOrderAsSoonAsADateDecides() {
        ListingParser parser = new ListingParser(ListingFormat.LIST, Listings.CLOCK);
        List<Entry> entries = new ArrayList<>();
        parser.line("06-05-97" + DOS + "a", entries::add);
        parser.line("2020-01-02" + DOS + "b", entries::add);
        assertThat(entries).isEmpty();
        parser.line("05-31-97" + DOS + "c", entries::add);
        assertThat(entries).extracting(Entry::name).containsExactly("a", "b", "c");
        parser.line("06-05-97" + DOS + "d", entries::add);
        assertThat(entries).hasSize(4);
    }

    @Test
    void doesNotHoldBackEntriesWithoutEnd() {
        ListingParser parser = new ListingParser(ListingFormat.LIST, Listings.CLOCK);
        List<Entry> entries = new ArrayList<>();
        IntStream.range(0, Undecided.ENOUGH).forEach(i -> parser.line("06-05-97" + DOS + i, entries::add));
        assertThat(entries).hasSize(Undecided.ENOUGH);
        parser.line("06-05-97" + DOS + "one more", entries::add);
        assertThat(entries).hasSize(Undecided.ENOUGH + 1);
        assertThat(entries.getLast().modified()).isEqualTo(entries.getFirst().modified());
    }
}
