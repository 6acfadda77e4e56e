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

class RareDialectsTest {

    @Test
    void readsEplf() {
        assertThat(entry("+i8388621.44468,m839956783,r,s10376,up644,\tA file"))
                .isEqualTo(new Entry(
                        "A file",
                        EntryKind.FILE,
                        10_376,
                        time("1996-08-13T17:19:43Z", Precision.SECOND),
                        "644",
                        "",
                        "",
                        null));
        assertThat(entry("+/,\tpub").isFolder()).isTrue();
        assertThat(entry("+/,r,\tboth").kind()).isEqualTo(EntryKind.LINK);
        assertThat(entry("+r,m99999999999999,s99999999999999999999,\tf")).isEqualTo(Entry.named("f", EntryKind.FILE));
    }

    @Test
    void readsFilesOfAClassicMac() {
        Entry file = entry("-rw-r--r--    54149       27826    81975 Jul 22  2010 a picture.jpg");
        assertThat(file.name()).isEqualTo("a picture.jpg");
        assertThat(file.size()).isEqualTo(81_975);
        assertThat(file.owner()).isEmpty();
        assertThat(file.permissions()).isEqualTo("rw-r--r--");
        Entry folder = entry("drwxr-xr-x               folder        2 Jan  4 14:51 pictures");
        assertThat(folder.isFolder()).isTrue();
        assertThat(folder.owner()).isEmpty();
        assertThat(folder.modified()).isEqualTo(time("2026-01-04T14:51:00Z", Precision.MINUTE));
    }

    @Test
    void readsNetware() {
        Entry file = entry("- [R----F--] ann             214059       Oct 20 15:27    setup.exe");
        assertThat(file)
                .isEqualTo(new Entry(
                        "setup.exe",
                        EntryKind.FILE,
                        214_059,
                        time("2026-10-20T15:27:00Z", Precision.MINUTE),
                        "R----F--",
                        "ann",
                        "",
                        null));
        assertThat(entry("d [RWCEAFMS] ann            512 Nov 24  2005 My Files")
                        .isFolder())
                .isTrue();
    }

    @Test
    void readsConnectEnterprise() {
        Entry file = entry("-C--E-----FTP B ANNBOX      18128       5000000000 Aug 12  2014 BATCH ONE");
        assertThat(file.name()).isEqualTo("BATCH ONE");
        assertThat(file.size()).isEqualTo(5_000_000_000L);
        assertThat(file.owner()).isEqualTo("ANNBOX");
        assertThat(file.group()).isEqualTo("18128");
        assertThat(file.modified()).isEqualTo(time("2014-08-12T00:00:00Z", Precision.DAY));
    }

    @Test
    void readsOs2() {
        Entry file = entry("587823    RSA    A   01-08-97   13:58  OS2 KERNEL");
        assertThat(file.name()).isEqualTo("OS2 KERNEL");
        assertThat(file.size()).isEqualTo(587_823);
        assertThat(file.modified()).isEqualTo(time("1997-01-08T13:58:00Z", Precision.MINUTE));
        assertThat(entry("     0           DIR   05-19-2000 12:56  local").isFolder())
                .isTrue();
        assertThat(entry(" 33280             02-09-97   13:49  PLAIN").name()).isEqualTo("PLAIN");
    }

    @Test
    void readsVxWorks() {
        Listing listing = list(
                "  size          date       time       name",
                "--------       ------     ------    --------",
                "     512    Jan-01-1980  00:00:00   .                 <DIR>",
                "    2048    MAR-10-2001  12:10:00   LOGS              <DIR>",
                "    1234    MAR-11-2001  12:10:01   boot.ini");
        assertThat(listing.unparsed()).isEmpty();
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("LOGS", "boot.ini");
        assertThat(listing.entries()).extracting(Entry::kind).containsExactly(EntryKind.FOLDER, EntryKind.FILE);
        assertThat(listing.entries().getLast().modified()).isEqualTo(time("2001-03-11T12:10:01Z", Precision.SECOND));
    }

    @Test
    void readsCisco() {
        Listing listing = list(
                "Directory of flash:/",
                "",
                "    2  -rwx     4823492   Mar 01 1993 02:02:10 +02:00  image-mz",
                "    3  drw-           0   Mar 01 1993 00:02:10  logs",
                "6      -rwx  5474304     03:56:08 Jan 01 2003  asdm.bin",
                "7      -rwx  17          <no date>  env",
                "31997952 bytes total (27172864 bytes free)");
        assertThat(listing.unparsed()).isEmpty();
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("image-mz", "logs", "asdm.bin", "env");
        assertThat(listing.entries().getFirst().modified()).isEqualTo(time("1993-03-01T00:02:10Z", Precision.SECOND));
        assertThat(listing.entries().get(1).isFolder()).isTrue();
        assertThat(listing.entries().get(2).modified()).isEqualTo(time("2003-01-01T03:56:08Z", Precision.SECOND));
        assertThat(listing.entries().getLast().modified()).isNull();
    }

    @Test
    void readsOs9() {
        Listing listing = list(
                " Owner    Last modified   Attributes Sector Bytecount Name",
                " 1.78   90/11/28 1635   d-ewrewr   3458     160 NOTES",
                " 0.0    02/11/15 0107   ----r-wr   29E0    4096 a file");
        assertThat(listing.unparsed()).isEmpty();
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("NOTES", "a file");
        Entry folder = listing.entries().getFirst();
        assertThat(folder.isFolder()).isTrue();
        assertThat(folder.owner()).isEqualTo("78");
        assertThat(folder.group()).isEqualTo("1");
        assertThat(folder.size()).isEqualTo(160);
        assertThat(folder.modified()).isEqualTo(time("1990-11-28T16:35:00Z", Precision.MINUTE));
    }

    @Test
    void readsNonStop() {
        Listing listing = list(
                "File         Code             EOF  Last Modification    Owner  RWEP",
                "ZYQ92       O 101          16354  14-Jan-10 03:15:33  255,254 \"nunu\"",
                "ALV           101            2048 18-Dec-96 11:11:39  170, 100 oooo",
                "PROG         700L            2048 18-Dec-96 11:11:39  170,100");
        assertThat(listing.unparsed()).isEmpty();
        assertThat(listing.entries())
                .startsWith(
                        new Entry(
                                "ZYQ92",
                                EntryKind.FILE,
                                16_354,
                                time("2010-01-14T03:15:33Z", Precision.SECOND),
                                "nunu",
                                "254",
                                "255",
                                null),
                        new Entry(
                                "ALV",
                                EntryKind.FILE,
                                2_048,
                                time("1996-12-18T11:11:39Z", Precision.SECOND),
                                "oooo",
                                "100",
                                "170",
                                null));
        assertThat(listing.entries().getLast().name()).isEqualTo("PROG");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            d [----AF--]          0       512 10-04-2001 _ADMIN                | _ADMIN   | FOLDER
            d[RWCEMFA]  1 ann           512 Jul 01 11:49 docs                  | docs     | FOLDER
            -[R C MFA]  1 *unknown    13312 May 27  1997 a.doc                 | a.doc    | FILE
                0           dir   05-12-97   16:44  LANGUAGE                   | LANGUAGE | FOLDER
                0           DIR   13-05-97   25:49  MPTN                       | MPTN     | FOLDER
                0 DIR             02-11-103  16:15  AFTER                      | AFTER    | FOLDER
            2048    MAR-32-2001  12:10:00   LOGS              <DIR>            | LOGS     | FOLDER
            3  drw-           0   Mar 32 1993 00:02:10  logs                   | logs     | FOLDER
            1.78   90/11/28 2535   d-ewrewr   3458     160 NOTES               | NOTES    | FOLDER
            1.78   90/11/28 1635.30   --ewrewr   3458     1.5K NOTES           | NOTES    | FILE
            ALV           101            2048 38-Dec-96 11:11:39  170,100 oooo | ALV      | FILE
            """)
    void keepsTheNameWhereAColumnIsOdd(String line, String name, EntryKind kind) {
        Listing listing = list(line);
        assertThat(only(listing)).extracting(Entry::name, Entry::kind).containsExactly(name, kind);
        assertThat(listing.isWhole()).isTrue();
    }

    @Test
    void countsTheYearsOfOs2On() {
        assertThat(entry(" 1123 DIR  A    10-15-100  23:38  d").modified())
                .isEqualTo(time("2000-10-15T23:38:00Z", Precision.MINUTE));
    }

    @Test
    void guessesAKindOfNetwareThatNobodyKnows() {
        Listing listing = list("a [-----F--] ANN 512 Apr 13 23:52 SYS");
        assertThat(only(listing)).extracting(Entry::name, Entry::kind).containsExactly("SYS", EntryKind.LINK);
        assertThat(listing.gaps()).containsExactly(Gap.GUESSED_LINES);
    }

    @Test
    void skipsTheFolderItselfInEveryDialect() {
        assertThat(list("+/,\t..", "d [RWCEAFMS] ann 512 Nov 24  2005 .", "05-19-00  12:56PM  <DIR>  ..")
                        .unparsedCount())
                .isZero();
    }

    @Test
    void goesOnWhenTheDialectChangesInTheMiddle() {
        Listing listing = list(
                "-rw-r--r-- 1 0 0 7 Jan 25  2020 unix",
                "05-26-95  10:57AM               143712 dos",
                "+r,\teplf",
                "-rw-r--r-- 1 0 0 7 Jan 25  2020 unix again");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("unix", "dos", "eplf", "unix again");
        assertThat(only(list("+r,\tx")).name()).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+m825718503,\tuseless",
                "+\tnothing",
                "+r,\t",
                " 1.78   90/11/28 1635   x-ewrewr   3458     160 NOTES",
                "-C--E-----FTP BB ANNBOX      18128       5000000000 Aug 12  2014 BATCH"
            })
    void reportsLinesThatAreNotValid(String line) {
        assertThat(list(line).entries()).isEmpty();
        assertThat(list(line).unparsed()).containsExactly(line);
    }
}
