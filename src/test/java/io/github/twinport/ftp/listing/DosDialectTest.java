// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import static io.github.twinport.ftp.listing.Listings.entry;
import static io.github.twinport.ftp.listing.Listings.list;
import static io.github.twinport.ftp.listing.Listings.only;
import static io.github.twinport.ftp.listing.Listings.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DosDialectTest {

    @Test
    void readsAFile() {
        Entry file = entry("04-14-00  03:47PM                  589 read me.htm");
        assertThat(file.name()).isEqualTo("read me.htm");
        assertThat(file.size()).isEqualTo(589);
        assertThat(file.kind()).isEqualTo(EntryKind.FILE);
        assertThat(file.modified()).isEqualTo(time("2000-04-14T15:47:00Z", Precision.MINUTE));
    }

    @Test
    void readsAFolder() {
        Entry folder = entry("04-27-00  09:09PM       <DIR>          10 years");
        assertThat(folder.name()).isEqualTo("10 years");
        assertThat(folder.isFolder()).isTrue();
        assertThat(folder.size()).isEqualTo(Entry.UNKNOWN_SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<JUNCTION>", "<SYMLINKD>", "<SYMLINK>"})
    void readsLinks(String kind) {
        Entry link = entry("07-14-2009  06:53AM    " + kind + "     My Data [C:\\Users\\me]");
        assertThat(link.kind()).isEqualTo(EntryKind.LINK);
        assertThat(link.name()).isEqualTo("My Data");
        assertThat(link.linkTarget()).isEqualTo("C:\\Users\\me");
    }

    @ParameterizedTest
    @CsvSource({
        "05-26-95  10:57AM, 1995-05-26T10:57:00Z",
        "05-26-1995  12:08AM, 1995-05-26T00:08:00Z",
        "05-26-69  12:08PM, 2069-05-26T12:08:00Z",
        "05/26/2010  17:03, 2010-05-26T17:03:00Z",
        "05/26/2010  05:03 PM, 2010-05-26T17:03:00Z",
        "26.05.2010  17:03, 2010-05-26T17:03:00Z",
        "2010-05-26  17:03, 2010-05-26T17:03:00Z",
        "05-26-10  5:03p, 2010-05-26T17:03:00Z"
    })
    void readsDates(String date, String instant) {
        Entry entry = entry(date + "         1,234 f");
        assertThat(entry.modified()).isEqualTo(time(instant, Precision.MINUTE));
        assertThat(entry.size()).isEqualTo(1_234);
    }

    /** Whatever shows the order first. */
    @ParameterizedTest
    @CsvSource({"20-05-97, 1997-05-06", "05-20-97, 1997-06-05", "06-07-97, 1997-06-05"})
    void findsTheOrderOfDayAndMonthInOtherLines(String other, String expected) {
        Listing listing = list("06-05-97  03:31PM       681 f", other + "  03:31PM       681 g");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("f", "g");
        assertThat(listing.entries().getFirst().modified()).isEqualTo(time(expected + "T15:31:00Z", Precision.MINUTE));
    }

    @Test
    void readsADateThatIsOneInOneOrderOnly() {
        assertThat(entry("20-05-1997  03:31PM                  681 f").modified())
                .isEqualTo(time("1997-05-20T15:31:00Z", Precision.MINUTE));
    }

    @Test
    void keepsToTheOrderThatWasFoundFirstWhereLinesContradict() {
        Listing listing =
                list("20-05-97  03:31PM       681 f", "05-20-97  03:31PM       681 g", "06-05-97  03:31PM       681 h");
        assertThat(listing.entries())
                .extracting(Entry::modified)
                .containsExactly(
                        time("1997-05-20T15:31:00Z", Precision.MINUTE),
                        time("1997-05-20T15:31:00Z", Precision.MINUTE),
                        time("1997-05-06T15:31:00Z", Precision.MINUTE));
    }

    @ParameterizedTest
    @CsvSource({
        "04-14-00  13:47PM  589 f, 589", "04-14-00  03:77PM  589 f, 589", "04-14-00  03:47PM  x89 f, -1",
        "4-14  03:47PM  589 f, 589", "04-140-00  03:47PM  589 f, 589", "34-08-14  03:47PM  589 f, 589",
        "-08-14  03:47PM  589 f, 589", "00-00-00  00:00  589 f, 589"
    })
    void keepsTheNameWhereAColumnCannotBeRead(String line, long size) {
        Listing listing = list(line);
        assertThat(only(listing).name()).isEqualTo("f");
        assertThat(only(listing).kind()).isEqualTo(EntryKind.FILE);
        assertThat(only(listing).size()).isEqualTo(size);
        assertThat(listing.isWhole()).isTrue();
    }

    @Test
    void readsTheFirstHourOfTheTwelveHourClockAsZeroAndTheLastOfADayAs24() {
        assertThat(entry("10-15-09  00:34AM       <DIR>          d").modified())
                .isEqualTo(time("2009-10-15T00:34:00Z", Precision.MINUTE));
        assertThat(entry("10-15-09  24:00       <DIR>          d").modified())
                .isEqualTo(time("2009-10-16T00:00:00Z", Precision.MINUTE));
    }

    @Test
    void guessesWhatAnUnknownMarkMeans() {
        Listing listing = list("04-14-00  03:47PM  <FOO> f");
        assertThat(only(listing)).extracting(Entry::name, Entry::kind).containsExactly("f", EntryKind.LINK);
        assertThat(listing.gaps()).containsExactly(Gap.GUESSED_LINES);
        assertThat(list("04-14-00  03:47PM  <Dir> f").isWhole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04-14-00  03:47PM  589",
                "04-14-00  03:47PM  589 ",
                "04-14-00  03:47PM  FOO f",
                "04-14-00  03:47PM  <FOO f",
                "2026-01-02 10:00 Maintenance from tonight on",
                "04-14.00  03:47PM  x89 f"
            })
    void reportsLinesThatAreNotValid(String line) {
        assertThat(list(line).entries()).isEmpty();
        assertThat(list(line).unparsed()).containsExactly(line);
    }
}
