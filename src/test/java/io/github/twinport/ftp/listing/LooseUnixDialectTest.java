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

/** One odd column costs that column and never the name. */
class LooseUnixDialectTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            D---------    | FOLDER | ---------
            Drwxr-xr-x    | FOLDER | rwxr-xr-x
            drwxrw        | FOLDER | ''
            -rw-rw        | FILE   | ''
            -rw-rw-       | FILE   | ''
            -rw-rw-rwA    | FILE   | ''
            -rw-r--r---   | FILE   | ''
            drw-r--rw     | FOLDER | ''
            -rwxr-xr--+@  | FILE   | ''
            -...------    | FILE   | ''
            dxrwr-xr-x    | FOLDER | ''
            drwx r-x r-x  | FOLDER | ''
            - rw-r--r--   | FILE   | ''
            d[RWCEMFA]    | FOLDER | RWCEMFA
            -[R C  MF]    | FILE   | R C  MF
            """)
    void readsKindAndNameBehindOddPermissions(String shown, EntryKind kind, String permissions) {
        Listing listing = list(shown + "   1 ann      staff       1234 Nov 20 14:03 a name");
        assertThat(only(listing))
                .isEqualTo(new Entry(
                        "a name",
                        kind,
                        1_234,
                        time("2026-11-20T14:03:00Z", Precision.MINUTE),
                        permissions,
                        "ann",
                        "staff",
                        null));
        assertThat(listing.isWhole()).isTrue();
    }

    @Test
    void showsAnUnknownKindAsSomethingToLookAt() {
        Listing listing = list("zrwxr-xr-x   2 root     root         4096 Jan  2 15:13 f");
        assertThat(only(listing)).extracting(Entry::name, Entry::kind).containsExactly("f", EntryKind.LINK);
        assertThat(listing.gaps()).containsExactly(Gap.GUESSED_LINES);
    }

    /** A size that was not read exactly is never compared with. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ann longgroup123456            | 123456 | ann   | ''
            ann staff -17                  | -1     | ann   | staff
            ann staff ********             | -1     | ann   | staff
            ann staff 9223372036854775808  | -1     | ann   | staff
            ann staff 33 KB                | 33792  | ann   | staff
            ann staff 12 bytes             | 12     | ann   | staff
            ann staff 1,23                 | -1     | ann   | staff
            """)
    void doesNotKnowSizesThatCannotBeRead(String columns, long shown, String owner, String group) {
        Entry entry = entry("-rw-r--r-- 1 " + columns + " Feb 12 17:20 f");
        assertThat(entry.name()).isEqualTo("f");
        assertThat(entry.size()).isEqualTo(Entry.UNKNOWN_SIZE);
        assertThat(entry.shownSize()).isEqualTo(shown);
        assertThat(entry.owner()).isEqualTo(owner);
        assertThat(entry.group()).isEqualTo(group);
        assertThat(entry.modified()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 29 03:26                | 2026-03-29T03:26:00Z | MINUTE
            29 3 03:26                | 2026-03-29T03:26:00Z | MINUTE
            3 29 2004                 | 2004-03-29T00:00:00Z | DAY
            09-26 2000                | 2000-09-26T00:00:00Z | DAY
            Oct 08, 2002 09:47        | 2002-10-08T09:47:00Z | MINUTE
            Apr  4 24:00              | 2026-04-05T00:00:00Z | MINUTE
            Apr  4 00:0               | 2026-04-04T00:00:00Z | MINUTE
            Apr  4 09.17              | 2026-04-04T09:17:00Z | MINUTE
            Apr  4 0:34AM             | 2026-04-04T00:34:00Z | MINUTE
            Apr  4 6:30PM             | 2026-04-04T18:30:00Z | MINUTE
            Sat Apr  4 6:30p          | 2026-04-04T18:30:00Z | MINUTE
            01-jun-99                 | 1999-06-01T00:00:00Z | DAY
            01-jun-1999 6:30          | 1999-06-01T06:30:00Z | MINUTE
            2003   3月 20             | 2003-03-20T00:00:00Z | DAY
            2003 Mar 20               | 2003-03-20T00:00:00Z | DAY
            05/26/95 6:30PM           | 1995-05-26T18:30:00Z | MINUTE
            26/05/95 18:30            | 1995-05-26T18:30:00Z | MINUTE
            """)
    void readsRareFormsOfDates(String date, String instant, Precision precision) {
        Entry entry = entry("-rw-r--r--   1 ann      staff       1234 " + date + " my file.txt");
        assertThat(entry.modified()).isEqualTo(time(instant, precision));
        assertThat(entry.name()).isEqualTo("my file.txt");
        assertThat(entry.size()).isEqualTo(1_234);
        assertThat(entry.owner()).isEqualTo("ann");
        assertThat(entry.group()).isEqualTo("staff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jan 00 00:00",
                "00 00 00:00",
                "00-00-0000",
                "0000-00-00 00:00",
                "Jam  2 15:13",
                "Jan  2 30:01",
                "Jan 32  2001",
                "Feb 30  2001",
                "Dec  2  209"
            })
    void keepsTheNameBehindADateThatIsNone(String date) {
        Listing listing = list("drwxr-xr-x   2 root     root         4096 " + date + " a name");
        assertThat(only(listing))
                .isEqualTo(new Entry("a name", EntryKind.FOLDER, 4_096, null, "rwxr-xr-x", "root", "root", null));
        assertThat(listing.isWhole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drwxr-xr-x 3 ann staff 512 a name        | a name      | 512
            drwxr-xr-x 3 ann staff 512 2014 Invoices | 2014 Invoices | 512
            drwxr-xr-x 2 4096 a name                 | a name      | 4096
            drwxr-xr-x 4096 name                     | name        | 4096
            drwxr-xr-x 2 ann staff a name            | a name      | -1
            drwxr-xr-x name                          | name        | -1
            drwxr-xr-x 2 ann staff 4096 Jan  2 name  | name        | 4096
            """)
    void guessesWhereTheNameBeginsWithoutADate(String line, String name, long size) {
        Listing listing = list(line);
        assertThat(only(listing).name()).isEqualTo(name);
        assertThat(only(listing).isFolder()).isTrue();
        assertThat(only(listing).size()).isEqualTo(size);
        assertThat(only(listing).modified()).isNull();
        assertThat(listing.gaps()).containsExactly(Gap.GUESSED_LINES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 29 2004", "Jam 2 2020"})
    void guessesThatWordsThatMayBeAnythingAreADate(String date) {
        Listing listing = list("-rw-r--r-- 1 ann staff 531 " + date + " a name");
        assertThat(only(listing).name()).isEqualTo("a name");
        assertThat(only(listing).size()).isEqualTo(531);
        assertThat(listing.gaps()).containsExactly(Gap.GUESSED_LINES);
    }

    @Test
    void partsLinksAndTakesTheSlashOffFolders() {
        Entry link = entry("Lrwxrwxrwx 1 ann staff 1 Jan 00 00:00 a -> b");
        assertThat(link.name()).isEqualTo("a");
        assertThat(link.linkTarget()).isEqualTo("b");
        assertThat(entry("D--------- 1 ann staff 1 Jan 00 00:00 a/").name()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- an item of a list",
                "-- a line --",
                "---------- a rule of dashes and text",
                "---------- 12 files",
                "---------- 120 1234 bytes",
                "draws a line from 2 to 10 Jan 2020 here",
                "read me first 2020-01-02 10:00 please",
                "Welcome to the server of 12 Jan 2020 10:00 and more",
                "total 12 and more",
                "d [not permissions at all, of course] 12 Jan 10:00 x",
                "550 Permission denied",
                "ls: /root: Permission denied"
            })
    void doesNotTakeProseForEntries(String line) {
        Listing listing = list("-rw-r--r-- 1 ann staff 1 Jan 25 10:00 f", line);
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("f");
        assertThat(listing.unparsed()).containsExactly(line);
    }

    @Test
    void findsTheOrderOfDayAndMonthInOtherLines() {
        Listing listing = list(
                "-rw-r--r-- 1 ann staff 1 02/03/2005 18:06 f",
                "-rw-r--r-- 1 ann staff 1 31/03/2005 18:06 g",
                "-rw-r--r-- 1 ann staff 1 04/03/05 18:06 h");
        assertThat(listing.entries())
                .extracting(Entry::modified)
                .containsExactly(
                        time("2005-03-02T18:06:00Z", Precision.MINUTE),
                        time("2005-03-31T18:06:00Z", Precision.MINUTE),
                        time("2005-03-04T18:06:00Z", Precision.MINUTE));
    }
}
