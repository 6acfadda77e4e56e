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
import io.github.twinport.files.RemotePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VmsDialectTest {

    @Test
    void readsAllColumns() {
        assertThat(entry("MANUAL.TEX;1  213/216  29-JAN-1996 03:33:12  [STAFF,ANN]   (RWED,RWED,,)"))
                .isEqualTo(new Entry(
                        "MANUAL.TEX",
                        EntryKind.FILE,
                        Entry.UNKNOWN_SIZE,
                        time("1996-01-29T03:33:12Z", Precision.SECOND),
                        "RWED,RWED,,",
                        "ANN",
                        "STAFF",
                        null));
    }

    @Test
    void readsAFolderWithoutItsExtension() {
        Entry folder = entry("CORE.DIR;1          1  8-SEP-1996 16:09 [SYSTEM] (RWE,RWE,RE,RE)");
        assertThat(folder.name()).isEqualTo("CORE");
        assertThat(folder.isFolder()).isTrue();
        assertThat(folder.owner()).isEqualTo("SYSTEM");
        assertThat(folder.modified()).isEqualTo(time("1996-09-08T16:09:00Z", Precision.MINUTE));
    }

    @Test
    void joinsAWrappedLine() {
        Listing listing = list(
                "A_RATHER_LONG_NAME.LOG;1098",
                "                         4/15         24-FEB-2003 13:17:24  [POST,LP]    (RWED,RWED,RE,)",
                "B.LOG;1                  4/15         24-FEB-2003 13:17:24  [POST,LP]    (RWED,RWED,RE,)");
        assertThat(listing.unparsed()).isEmpty();
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("A_RATHER_LONG_NAME.LOG", "B.LOG");
    }

    @Test
    void joinsALineThatWasWrappedWithoutItsVersion() {
        Listing listing = list(
                "Directory DISK:[A]",
                "DISK$LONG_NAME:",
                "A_RATHER_LONG_NAME.LOG",
                "             213  24-FEB-2003 13:17  [POST,LP]    (RWED,RWED,RE,)",
                "ANOTHER.LOG\r          213  24-FEB-2003 13:17  [POST,LP]    (RWED,RWED,RE,)");
        assertThat(listing.unparsed()).isEmpty();
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("A_RATHER_LONG_NAME.LOG", "ANOTHER.LOG");
    }

    @Test
    void doesNotTakeAWordAloneForAHalfOfTheNextLine() {
        Listing listing = list(
                "Directory DISK:[A]", "WORD", "B.LOG;1    4/15    24-FEB-2003 13:17:24  [POST,LP]    (RWED,RWED,RE,)");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("B.LOG");
        assertThat(listing.unparsed()).containsExactly("WORD");
    }

    /** Of one that comes before any other line nobody knows that it is a half. */
    @Test
    void guessesFromAHalfThatIsNeverCompleted() {
        String whole = "B.LOG;1    4/15    24-FEB-2003 13:17:24  [POST,LP]    (RWED,RWED,RE,)";
        Listing listing = list("LONELY.LOG;1", whole, "SUB.DIR;1", "LAST.LOG;2");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("B.LOG", "SUB", "LAST.LOG");
        assertThat(listing.entries().get(1).isFolder()).isTrue();
        assertThat(listing.unparsed()).containsExactly("LONELY.LOG;1");
        assertThat(listing.gaps()).contains(Gap.GUESSED_LINES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A.LOG;1   [STAFF]    1/3     2-AUG-2006 13:05  (RWE,RWE,RE,) | 2006-08-02T13:05:00Z | MINUTE | STAFF
            A.LOG;1   2-AUG-2006 13:05:07  6308/13     (RWE,RWE,RE,)     | 2006-08-02T13:05:07Z | SECOND | ''
            A.LOG;1   2KB   2-AUG-2006 13:05:07   [STAFF]                | 2006-08-02T13:05:07Z | SECOND | STAFF
            A.LOG;1   2/8   2-AUG-2006    [STAFF]     (RWED,RWED,RE,)    | 2006-08-02T00:00:00Z | DAY    | STAFF
            A.LOG;1   9/9   2-JUN-1998 07:32:04 PM  [STAFF]  (RWED,,,)   | 1998-06-02T19:32:04Z | SECOND | STAFF
            A.LOG;1   a/9   2-JUN-1998 07:32:04  [STAFF]    (RWED,RWED)  | 1998-06-02T07:32:04Z | SECOND | STAFF
            """)
    void readsColumnsInAnyOrder(String line, String instant, Precision precision, String owner) {
        Entry entry = entry(line);
        assertThat(entry.name()).isEqualTo("A.LOG");
        assertThat(entry.modified()).isEqualTo(time(instant, precision));
        assertThat(entry.owner()).isEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A.LOG;1  9/9           JUN-32-98 07:32  [G,O]    (RWED2,RWED,RWED,)",
                "A.LOG;1  9/9           31-JUN-1998 07:32:04  [G,O]    (RWED,RWED,RWED,)",
                "A.LOG;1  6/8           15-JUI-2002    PRONAS   (RWED,RWED,RE,)",
                "A.LOG;1  %RMS-E-PRV, insufficient privilege or file protection violation",
                "A.LOG;1  insufficient privilege or file protection violation"
            })
    void keepsTheNameWhereAColumnCannotBeRead(String line) {
        Listing listing = list(line);
        assertThat(only(listing).name()).isEqualTo("A.LOG");
        assertThat(only(listing).kind()).isEqualTo(EntryKind.FILE);
        assertThat(only(listing).modified()).isNull();
        assertThat(listing.isWhole()).isTrue();
    }

    @Test
    void takesTheListedFolderOffTheName() {
        Listing listing = Listings.parse(
                ListingFormat.LIST,
                Listings.CLOCK,
                RemotePath.of("DISK:[A.SUB]"),
                "[A.SUB]B.LOG;1 1/3 5-MAR-1993 18:09",
                "disk:[a.sub]C.LOG;1 1/3 5-MAR-1993 18:09",
                "[SUB]D.LOG;1 1/3 5-MAR-1993 18:09",
                "[X.A.SUB]E.LOG;1 1/3 5-MAR-1993 18:09");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("B.LOG", "C.LOG");
        assertThat(listing.unparsedCount()).isEqualTo(2);
    }

    @Test
    void keepsTheVersionOfOlderOnes() {
        String columns = "    4/15    24-FEB-2003 13:17:24  [POST,LP]    (RWED,RWED,RE,)";
        Listing listing = list("A.LOG;12" + columns, "A.LOG;11" + columns, "B.LOG;2" + columns);
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("A.LOG", "A.LOG;11", "B.LOG");
    }

    @Test
    void skipsHeadings() {
        Listing listing = list(
                "Directory DISK$DATA:[ANN.WORK]",
                "",
                "DISK$DATA:[ANN]",
                "A.LOG;12    4/15    24-FEB-2003 13:17:24  [AP_HTTPD,APACHE$WWW     (RWED,RWED,RE,)",
                "Total of 1 file, 4/15 blocks.",
                "Total 14 files",
                "Total of 710 blocks in 12 files.",
                "Grand total of 1 directory, 1 file, 4/15 blocks.");
        assertThat(only(listing).owner()).isEqualTo("APACHE$WWW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A.LOG; 1  9/9          2-JUN-1998 07:32:04  [G,O]    (RWED,RWED,RWED,)", "A.LOG;1  what is this"
            })
    void reportsLinesThatAreNotValid(String line) {
        assertThat(list(line).entries()).isEmpty();
        assertThat(list(line).unparsed()).containsExactly(line);
    }
}
