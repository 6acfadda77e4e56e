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
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnixDialectTest {

    @Test
    void readsAllColumns() {
        assertThat(entry("-rw-r--r--   1 alice    staff       1234 Nov 20 14:03 notes.txt"))
                .isEqualTo(new Entry(
                        "notes.txt",
                        EntryKind.FILE,
                        1_234,
                        time("2026-11-20T14:03:00Z", Precision.MINUTE),
                        "rw-r--r--",
                        "alice",
                        "staff",
                        null));
    }

    @Test
    void readsALinkWithItsTarget() {
        Entry link = entry("lrwxrwxrwx   1 0        0               7 Jan 25  2020 latest -> v1.2.3");
        assertThat(link.kind()).isEqualTo(EntryKind.LINK);
        assertThat(link.name()).isEqualTo("latest");
        assertThat(link.linkTarget()).isEqualTo("v1.2.3");
    }

    @Test
    void partsALinkWithManyArrowsWhereTheTargetIsAsLongAsTheSizeTells() {
        String columns = "lrwxrwxrwx 1 0 0 %d Jan 25  2020 a -> b -> c d.txt";
        Entry longTarget = entry(columns.formatted(12));
        assertThat(longTarget.name()).isEqualTo("a");
        assertThat(longTarget.linkTarget()).isEqualTo("b -> c d.txt");
        Entry shortTarget = entry(columns.formatted(7));
        assertThat(shortTarget.name()).isEqualTo("a -> b");
        assertThat(shortTarget.linkTarget()).isEqualTo("c d.txt");
        assertThat(entry(columns.formatted(0)).name()).isEqualTo("a");
    }

    @Test
    void keepsAnArrowInTheNameOfAFile() {
        assertThat(entry("-rw-r--r-- 1 0 0 7 Jan 25  2020 a -> b").name()).isEqualTo("a -> b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -rw-r--r--   1 alice 1234 Jan 29 23:32 f           | alice      | ''
            -rw-r--r--   1 1234 Jan 29 23:32 f                 | ''         | ''
            -rw-r--r--  1234 Jan 29 23:32 f                    | ''         | ''
            -rw-r--r--  FTP  User       1234 Jan 29 05:29 f    | FTP        | User
            -rw-r--r-- 4 max Domain Users 1234 Jan 2 10:59 f   | max        | Domain Users
            -rw-r--r--   2 al bert   the group   1234 Jan 2 2020 f | al bert | the group
            -rw-r-x---+1464 ann   staff    1234 Jan 25 13:17 f | ann        | staff
            -rw-r--r--.  1 500 501 1234 Jan 25 13:17 f         | 500        | 501
               1843 -rw-r--r-- 1 ann staff 1234 Jan 25 13:17 f | ann        | staff
            """)
    void findsOwnerAndGroup(String line, String owner, String group) {
        Entry entry = entry(line);
        assertThat(entry.owner()).isEqualTo(owner);
        assertThat(entry.group()).isEqualTo(group);
        assertThat(entry.size()).isEqualTo(1_234);
        assertThat(entry.name()).isEqualTo("f");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mar  2 15:13                        | 2026-03-02T15:13:00Z | MINUTE
            Dec 31 23:59                        | 2025-12-31T23:59:00Z | MINUTE
            Nov 22 00:00                        | 2026-11-22T00:00:00Z | MINUTE
            Nov 22 00:01                        | 2025-11-22T00:01:00Z | MINUTE
            Feb 29 18:14                        | 2024-02-29T18:14:00Z | MINUTE
            Aug 24  2001                        | 2001-08-24T00:00:00Z | DAY
            Mar  2 2014                         | 2014-03-02T00:00:00Z | DAY
            mar 2 3:05                          | 2026-03-02T03:05:00Z | MINUTE
            Mar  2 15:13:22 2014                | 2014-03-02T15:13:22Z | SECOND
            Sun Mar  2 15:13:22 2014            | 2014-03-02T15:13:22Z | SECOND
            Apr 8, 2005                         | 2005-04-08T00:00:00Z | DAY
            2005-03-02 18:06                    | 2005-03-02T18:06:00Z | MINUTE
            2005-03-02                          | 2005-03-02T00:00:00Z | DAY
            2005/03/02 18:06:07                 | 2005-03-02T18:06:07Z | SECOND
            2005-03-02 18:06:07.250000000 +0200 | 2005-03-02T16:06:07.250Z | FRACTION
            2005-03-02 18:06:07 -05:30          | 2005-03-02T23:36:07Z | SECOND
            11-20 03:26                         | 2026-11-20T03:26:00Z | MINUTE
            02.03.2005 18:06                    | 2005-03-02T18:06:00Z | MINUTE
            03/02/2005 18:06                    | 2005-03-02T18:06:00Z | MINUTE
            31/12/2005 18:06                    | 2005-12-31T18:06:00Z | MINUTE
            02 Mar 16:27                        | 2026-03-02T16:27:00Z | MINUTE
            19. Sep 13:24                       | 2026-09-19T13:24:00Z | MINUTE
            2. März 2003                        | 2003-03-02T00:00:00Z | DAY
            6月 3日 2003年                        | 2003-06-03T00:00:00Z | DAY
            8月 17日 20:10                       | 2026-08-17T20:10:00Z | MINUTE
            3月 2 2003                           | 2003-03-02T00:00:00Z | DAY
            1월 23 10:11                         | 2026-01-23T10:11:00Z | MINUTE
            2003年 6月 3日                        | 2003-06-03T00:00:00Z | DAY
            2003年 6月 3日 20:10                  | 2003-06-03T20:10:00Z | MINUTE
            """)
    void readsEveryFormOfDate(String date, String instant, Precision precision) {
        Entry entry = entry("-rw-r--r--   1 alice    staff       1234 " + date + " my file.txt");
        assertThat(entry.modified()).isEqualTo(time(instant, precision));
        assertThat(entry.name()).isEqualTo("my file.txt");
        assertThat(entry.size()).isEqualTo(1_234);
    }

    @ParameterizedTest
    @CsvSource({
        "Mai, 5", "déc., 12", "août, 8", "févr., 2", "MÄR, 3", "Okt, 10", "dez, 12", "ene, 1", "gen, 1", "mrt, 3",
                "maj, 5",
        "helmi, 2", "sty, 1", "paź, 10", "kvě, 5", "серп, 8", "янв, 1", "мая, 5", "дек., 12", "лют, 2", "Φεβ, 2",
                "şub, 2",
        "Ağu, 8", "dets, 12", "rugp, 8", "szept., 9", "ian, 1", "Mär, 3", "yanvar, 0"
    })
    void knowsMonthsOfManyLanguages(String name, int month) {
        Listing listing = list("-rw-r--r-- 1 a b 1 " + name + " 7 2020 f");
        assertThat(only(listing).name()).isEqualTo("f");
        if (month == 0) {
            assertThat(only(listing).modified()).isNull();
        } else {
            assertThat(only(listing).modified())
                    .isEqualTo(time("2020-%02d-07T00:00:00Z".formatted(month), Precision.DAY));
        }
    }

    @Test
    void readsMonthsAndDatesWhoseBytesAreNotInTheSessionsCharset() {
        assertThat(entry("-rw-r--r-- 1 a b 1 M\uDCE4r  7  2020 f").modified())
                .isEqualTo(time("2020-03-07T00:00:00Z", Precision.DAY));
        assertThat(entry("-rw-r--r-- 1 a b 1 6\uDCB7\uDCEE 3\uDCC6\uDCFC 20:10 f")
                        .modified())
                .isEqualTo(time("2026-06-03T20:10:00Z", Precision.MINUTE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " leading",
                "trailing ",
                "   ",
                "semi;colon",
                "back\\slash",
                "quo\"te",
                "#hash",
                "*star*",
                "😀",
                "e\u0301",
                "\uDCE4\uDCFF.txt",
                "2014 01 02 12:00",
                "1 Jan 2020",
                "tab\there"
            })
    void keepsNamesAsTheyAre(String name) {
        assertThat(entry("-rw-r--r--   1 0        0               7 Jan 25 10:00 " + name)
                        .name())
                .isEqualTo(name);
        assertThat(entry("-rw-r--r--   1 0        0               7 Jan 25  2020 " + name)
                        .name())
                .isEqualTo(name);
    }

    @Test
    void takesABlankThatOnlyFillsTheYearForNoPartOfTheName() {
        assertThat(entry("-rw-r--r-- 1 0 0 7 Jan 25 2020  f").name()).isEqualTo("f");
        assertThat(entry("-rw-r--r-- 1 0 0 7 Jan 25 10:00  f").name()).isEqualTo(" f");
        assertThat(entry("-rw-r--r-- 1 0 0 7 Jan 25  2020  f").name()).isEqualTo(" f");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12B                  | 12
            1,234,567            | 1234567
            9223372036854775807  | 9223372036854775807
            """)
    void readsSizes(String text, long size) {
        Entry entry = entry("-rw-r--r-- 1 a b " + text + " Jan 25  2020 f");
        assertThat(entry.size()).isEqualTo(size);
        assertThat(entry.shownSize()).isEqualTo(size);
    }

    /** A file is never found incomplete because its listing rounds. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9.0M                 | 9437184
            172.4k               | 176537
            3G                   | 3221225472
            12KB                 | 12288
            """)
    void showsRoundedSizesButDoesNotKnowThem(String text, long size) {
        Entry entry = entry("-rw-r--r-- 1 a b " + text + " Jan 25  2020 f");
        assertThat(entry.size()).isEqualTo(Entry.UNKNOWN_SIZE);
        assertThat(entry.shownSize()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "99999999999999999999999", "99999999E", "119:26", "-1", "1,23", "x"})
    void doesNotTakeImpossibleSizes(String text) {
        Entry entry = entry("-rw-r--r-- " + text + " Jan 25  2020 f");
        assertThat(entry.name()).isEqualTo("f");
        assertThat(entry.shownSize()).isEqualTo(Entry.UNKNOWN_SIZE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crw-r----- 1 root kmem 0, 27 Jan 30 11:42 kmem",
                "crw-r----- 1 root kmem 109,76700 Jul  2  2004 kmem",
                "brw-r----- 1 root kmem 8,1 Jul  2  2004 kmem"
            })
    void readsDevices(String line) {
        Entry entry = entry(line);
        assertThat(entry.kind()).isEqualTo(EntryKind.OTHER);
        assertThat(entry.size()).isEqualTo(Entry.UNKNOWN_SIZE);
        assertThat(entry.owner()).isEqualTo("root");
        assertThat(entry.group()).isEqualTo("kmem");
        assertThat(entry.name()).isEqualTo("kmem");
    }

    @Test
    void readsAFolderWhoseNameCarriesItsSlash() {
        Entry folder = entry("drwxr-xr-x 2 a b 4096 Jan 25  2020 pub/");
        assertThat(folder.name()).isEqualTo("pub");
        assertThat(folder.isFolder()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drwxr-xr-x   2 root     root         4096 Jan  2 15:13",
                "drwxr-xr-x   2 root     root         4096 Jan  2 15:13 "
            })
    void reportsLinesThatAreNotValid(String line) {
        Listing listing = list(line);
        assertThat(listing.entries()).isEmpty();
        assertThat(listing.unparsed()).containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"total 96", "insgesamt 1,2M", "итого 12", "合計 12", "Gesamt 0"})
    void skipsTheTotal(String total) {
        Listing listing = list(total, "-rw-r--r-- 1 0 0 7 Jan 25  2020 f");
        assertThat(only(listing).name()).isEqualTo("f");
    }

    @Test
    void skipsTheFolderItselfAndTheOneAbove() {
        Listing listing = list("drwxr-xr-x 2 0 0 7 Jan 25  2020 .", "drwxr-xr-x 2 0 0 7 Jan 25  2020 ..", "");
        assertThat(listing.entries()).isEmpty();
        assertThat(listing.unparsedCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a/b", "a\u0000b", "Icon\r"})
    void reportsNamesThatArePaths(String name) {
        String line = "-rw-r--r-- 1 0 0 7 Jan 25  2020 " + name;
        Listing listing = list(line);
        assertThat(listing.entries()).isEmpty();
        assertThat(listing.unparsed()).containsExactly(line);
    }

    @Test
    void appliesTheServersOffsetToTimesAndToTheGuessOfTheYear() {
        ListingClock tokyo = new ListingClock(Instant.parse("2026-12-31T20:00:00Z"), ZoneOffset.ofHours(9));
        Listing listing = Listings.parse(ListingFormat.LIST, tokyo, "-rw-r--r-- 1 0 0 7 Jan  1 04:30 f");
        assertThat(only(listing).modified()).isEqualTo(time("2026-12-31T19:30:00Z", Precision.MINUTE));
    }
}
