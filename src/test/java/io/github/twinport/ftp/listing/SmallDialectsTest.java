// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import static io.github.twinport.ftp.listing.Listings.entry;
import static io.github.twinport.ftp.listing.Listings.list;
import static io.github.twinport.ftp.listing.Listings.only;
import static io.github.twinport.ftp.listing.Listings.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallDialectsTest {

    @Test
    void readsOldVShell() {
        Entry file = entry("206876  Apr 04, 2000 21:06 a file");
        assertThat(file.name()).isEqualTo("a file");
        assertThat(file.size()).isEqualTo(206_876);
        assertThat(file.modified()).isEqualTo(time("2000-04-04T21:06:00Z", Precision.MINUTE));
        Entry folder = entry("0  Dec 12, 2002 02:13 a folder/");
        assertThat(folder).extracting(Entry::name, Entry::isFolder).containsExactly("a folder", true);
    }

    @Test
    void readsSuperTcp() {
        Listing listing = list(
                ".               <DIR>           11-16-94        17:16",
                "SUB             <DIR>           11-16-94        17:17",
                "A.DOC                11264      05-11-95        14:20",
                "B.DOC           11264      May 11 1995 14:20   A",
                "C.CSV             0        Jul 06 1995 14:56   RHA");
        assertThat(listing.isWhole()).isTrue();
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("SUB", "A.DOC", "B.DOC", "C.CSV");
        assertThat(listing.entries().getFirst().isFolder()).isTrue();
        assertThat(listing.entries().get(1))
                .extracting(Entry::size, Entry::modified)
                .containsExactly(11_264L, time("1995-05-11T14:20:00Z", Precision.MINUTE));
        assertThat(listing.entries().get(2).modified()).isEqualTo(time("1995-05-11T14:20:00Z", Precision.MINUTE));
    }

    @Test
    void readsARouter() {
        Entry file = entry("boot.cfg       1014196  06/23/04  Thur.   10:20:03");
        assertThat(file.name()).isEqualTo("boot.cfg");
        assertThat(file.size()).isEqualTo(1_014_196);
        assertThat(file.modified()).isEqualTo(time("2004-06-23T10:20:03Z", Precision.SECOND));
    }

    @ParameterizedTest
    @CsvSource({
        "0100644, FILE, rw-r--r--",
        "040755, FOLDER, rwxr-xr-x",
        "0120777, LINK, rwxrwxrwx",
        "010644, OTHER, rw-r--r--"
    })
    void readsUnixInNumbers(String mode, EntryKind kind, String permissions) {
        assertThat(entry(mode + "   500  101   12345    1234567890       a file"))
                .isEqualTo(new Entry(
                        "a file",
                        kind,
                        12_345,
                        time("2009-02-13T23:31:30Z", Precision.SECOND),
                        permissions,
                        "500",
                        "101",
                        null));
    }

    @Test
    void readsVm() {
        Listing listing = list(
                "Filename FileType  Fm Format Lrecl  Records Blocks Date      Time",
                "PROFILE  EXEC      A1 V      17     3      1       9/12/91   12:39:07",
                "OLD      DATE      A0 V      1      1      1       1/23/100  10:11:12",
                "AUTHORS            A1 DIR    -      -      -       9/20/99   10:31:11",
                "WELCOME  README   V         82         21          1 1999-12-27 16:19:04 ANN",
                "A_LONG_FOLDER     DIR        -          -          - 1997-02-12 15:33:28 -");
        assertThat(listing.isWhole()).isTrue();
        assertThat(listing.entries())
                .extracting(Entry::name, Entry::kind, Entry::owner)
                .containsExactly(
                        tuple("PROFILE.EXEC", EntryKind.FILE, ""),
                        tuple("OLD.DATE", EntryKind.FILE, ""),
                        tuple("AUTHORS", EntryKind.FOLDER, ""),
                        tuple("WELCOME.README", EntryKind.FILE, "ANN"),
                        tuple("A_LONG_FOLDER", EntryKind.FOLDER, ""));
        assertThat(listing.entries().getFirst().modified()).isEqualTo(time("1991-09-12T12:39:07Z", Precision.SECOND));
        assertThat(listing.entries().get(1).modified()).isEqualTo(time("2000-01-23T10:11:12Z", Precision.SECOND));
        assertThat(listing.entries()).extracting(Entry::size).containsOnly(Entry.UNKNOWN_SIZE);
    }

    @Test
    void readsVos() {
        Listing listing = list(
                "Files: 2, Blocks: 159",
                "",
                "w    158 stm       90-05-19 11:53:44  source.cobol",
                "r      1           90-05-19 11:53:44  plain",
                "",
                "Dirs: 1",
                "m      1           04-01-27 20:11:02  reports",
                "",
                "Links: 1",
                "04-07-13 21:15:43  log  ->  %s#d01>logs>log");
        assertThat(listing.isWhole()).isTrue();
        assertThat(listing.entries())
                .extracting(Entry::name)
                .containsExactly("source.cobol", "plain", "reports", "log");
        assertThat(listing.entries())
                .extracting(Entry::kind)
                .containsExactly(EntryKind.FILE, EntryKind.FILE, EntryKind.FOLDER, EntryKind.LINK);
        assertThat(listing.entries().getFirst().modified()).isEqualTo(time("1990-05-19T11:53:44Z", Precision.SECOND));
        assertThat(listing.entries().getLast().linkTarget()).isEqualTo("%s#d01>logs>log");
    }

    @Test
    void readsMpe() {
        Listing listing = list(
                "ACCOUNT=  SYS         GROUP=  PUB",
                "",
                "FILENAME  CODE  ------------LOGICAL RECORD-----------  ----SPACE----",
                "                  SIZE  TYP        EOF      LIMIT R/B  SECTORS #X MX",
                "",
                "DB000     PRIV    128W  FB           6          6   1       16  1  1",
                "LOGFILE*          128B  FA        8193       8192   3     4128  1  8");
        assertThat(listing.isWhole()).isTrue();
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("DB000", "LOGFILE");
    }

    @Test
    void readsMpeWithPosix() {
        Listing listing = list(
                " PATH= /A/PUB/",
                "",
                " CODE  ------------LOGICAL RECORD-----------  ----SPACE----  FILENAME",
                "         SIZE  TYP        EOF      LIMIT R/B  SECTORS #X MX",
                "          16W  HBD          0   67107839   1       32  1  *  incoming/",
                "           1B  BA         115 2147483647   1       16  1  *  testfile");
        assertThat(listing.isWhole()).isTrue();
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("incoming", "testfile");
        assertThat(listing.entries()).extracting(Entry::isFolder).containsExactly(true, false);
        assertThat(listing.entries().getLast().size()).isEqualTo(115);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PRD1     <Library>                                    | PRD1             | FOLDER
            BASE     <Sub Library>     12     345  00/03/23 10:11:12 | BASE          | FOLDER
            SOME     <File>                                       | SOME             | FILE
            MASTER.FILE   00/03/23 10:11:12   80 K                | MASTER.FILE      | FILE
            ARISE.PHASE   12   3   00/03/23 10:11:12 F            | ARISE.PHASE      | FILE
            PAYROLL.00123.00   10  1  40  3  D  ANN               | PAYROLL.00123.00 | FILE
            """)
    void readsVse(String line, String name, EntryKind kind) {
        Listing listing = list(line);
        assertThat(only(listing)).extracting(Entry::name, Entry::kind).containsExactly(name, kind);
        assertThat(only(listing).size()).isEqualTo(Entry.UNKNOWN_SIZE);
        assertThat(listing.isWhole()).isTrue();
    }

    @Test
    void readsLinesOfFacts() {
        Entry file = entry("modify=20200101000000;type=file;size=3; a name");
        assertThat(file).extracting(Entry::name, Entry::size).containsExactly("a name", 3L);
    }

    @Test
    void readsDataSetsOfVsam() {
        assertThat(entry("TSO004 3390   VSAM ANN.DATA").name()).isEqualTo("ANN.DATA");
    }

    @Test
    void readsNamesWithDescriptions() {
        Listing listing = list(
                "README              763  Feb  3 18:21  About this server",
                "my file               3   6 Aug 17:14",
                "bin/                  -  Apr 28  1994",
                "pub/                  =  11 Jul 21:04  Public area",
                "link                 14  Apr 18  9:39  -> ../real/link",
                "A.rather.long.name.tar",
                "                  79215  Jan  4  6:45",
                "plain                 0");
        assertThat(listing.isWhole()).isTrue();
        assertThat(listing.entries())
                .extracting(Entry::name)
                .containsExactly("README", "my file", "bin", "pub", "link", "A.rather.long.name.tar", "plain");
        assertThat(listing.entries()).extracting(Entry::size).containsExactly(763L, 3L, -1L, -1L, 14L, 79_215L, 0L);
        assertThat(listing.entries().get(2).isFolder()).isTrue();
        assertThat(listing.entries().get(4).linkTarget()).isEqualTo("../real/link");
        assertThat(listing.entries().getFirst().modified()).isEqualTo(time("2026-02-03T18:21:00Z", Precision.MINUTE));
        assertThat(listing.entries().getLast().modified()).isNull();
    }

    /** One line that does not fit makes all of it any text. */
    @ParameterizedTest
    @ValueSource(strings = {"a sentence", "bin                  12345  x", "  12", "two\nlong"})
    void doesNotTakeAnyTextForNamesWithDescriptions(String other) {
        String[] lines = ("pub/                  =  Public\n" + other + "\nfile                  1").split("\n");
        Listing listing = list(lines);
        assertThat(listing.entries()).extracting(Entry::name).doesNotContain("pub", "file");
        assertThat(listing.isWhole()).isFalse();
    }

    @Test
    void readsNamesOfFoldersWithTheirSlashesAndPathsInsideTheFolder() {
        Listing listing = Listings.parse(
                ListingFormat.LIST,
                Listings.CLOCK,
                RemotePath.of("/pub"),
                "./",
                "bin/",
                "README",
                "/pub/a",
                "./b",
                "/etc/c");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("bin", "README", "a", "b");
        assertThat(listing.entries().getFirst().isFolder()).isTrue();
        assertThat(listing.unparsed()).containsExactly("/etc/c");
    }

    @Test
    void takesAWholePathForANameWhereItLiesInTheListedFolder() {
        String columns = "-rw-r--r-- 1 ann staff 1 Jan 25 10:00 ";
        Listing listing = Listings.parse(
                ListingFormat.LIST,
                Listings.CLOCK,
                RemotePath.of("/pub"),
                columns + "/pub/a b",
                columns + "./c",
                columns + "/public/d",
                columns + "/pub/e/f",
                columns + "pub/g",
                columns + "/pub/..",
                columns + "/pub");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("a b", "c");
        assertThat(listing.unparsed())
                .isEqualTo(
                        List.of(columns + "/public/d", columns + "/pub/e/f", columns + "pub/g", columns + "/pub/.."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w 158 words on 90-05-19 and more",
                "12  Apr 04 2000 21:06 x",
                "Files: see below",
                "DB000     PRIV    128W  FB           6          6   1       16  1  1",
                "NOTE     <see the readme>",
                "A.B.C 1 2 3 4 many words",
                "name 12 of 20 files",
                "0999999   500  101   12345    123456789       x"
            })
    void doesNotTakeProseForEntries(String line) {
        assertThat(list(line).entries()).isEmpty();
        assertThat(list(line).unparsed()).containsExactly(line);
    }
}
