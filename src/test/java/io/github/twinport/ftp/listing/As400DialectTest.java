// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import static io.github.twinport.ftp.listing.Listings.entry;
import static io.github.twinport.ftp.listing.Listings.list;
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

class As400DialectTest {

    @Test
    void readsAllColumns() {
        assertThat(entry("ANN               5000000000 04/03/24 14:06:29 *STMF      my file.xml"))
                .isEqualTo(new Entry(
                        "my file.xml",
                        EntryKind.FILE,
                        5_000_000_000L,
                        time("2004-03-24T14:06:29Z", Precision.SECOND),
                        "",
                        "ANN",
                        "",
                        null));
    }

    @ParameterizedTest
    @CsvSource({
        "04/03/24, 2004-03-24",
        "05/20/15, 2015-05-20",
        "29.06.13, 2013-06-29",
        "97-06-05, 1997-06-05",
        "2013-06-29, 2013-06-29",
        "06/29/2013, 2013-06-29",
        "31/12/99, 1999-12-31",
        "24/03/32, 2032-03-24"
    })
    void findsTheOrderOfTheDate(String date, String expected) {
        assertThat(entry("ANN   7 " + date + " 14:06:29 *STMF      f").modified())
                .isEqualTo(time(expected + "T14:06:29Z", Precision.SECOND));
    }

    @ParameterizedTest
    @CsvSource({
        "*DIR, dir1/, dir1, FOLDER",
        "*FLR, dir1, dir1, FOLDER",
        "*FILE, X.FILE, X.FILE, FOLDER",
        "*FILE, X.SAVF, X.SAVF, FILE",
        "*PGM, X.PGM, X.PGM, FILE"
    })
    void readsTheType(String type, String shown, String name, EntryKind kind) {
        Entry entry = entry("ANN             36864 04/03/24 14:06:34 " + type + "       " + shown);
        assertThat(entry.name()).isEqualTo(name);
        assertThat(entry.kind()).isEqualTo(kind);
    }

    @Test
    void readsAMember() {
        Entry member = entry("ANN                                     *MEM       TEST.MBR");
        assertThat(member.name()).isEqualTo("TEST.MBR");
        assertThat(member.modified()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ANN                                     *MEM       SRC.FILE/TEST.MBR",
                "ANN 9069 05/20/15 15:36:52 *STMF /DRV/SHEET.PDF",
                "ANN               422 04/03/24 14:06:26 STMF      readme",
                "ANN             36864 04/03/24 14:06:26 *STMF",
                "ANN               422 some words *STMF      readme"
            })
    void reportsPathsAndLinesThatAreNotValid(String line) {
        assertThat(list(line).entries()).isEmpty();
        assertThat(list(line).unparsed()).containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource({
        "ANN               422 03/24 14:06:26 *STMF      readme, ANN, 422",
        "ANN               422 04/03/24 30:06:26 *STMF      readme, ANN, 422",
        "ANN               422 32/03/32 14:06:26 *STMF      readme, ANN, 422",
        "ANN                   99/99/24 14:06:26 *STMF      readme, ANN, -1",
        "                  422 99/99/24 14:06:26 *STMF      readme, '', 422",
        "                      99/99/24 14:06:26 *STMF      readme, '', -1"
    })
    void keepsTheNameWhereAColumnIsMissingOrCannotBeRead(String line, String owner, long size) {
        Entry entry = entry(line);
        assertThat(entry.name()).isEqualTo("readme");
        assertThat(entry.kind()).isEqualTo(EntryKind.FILE);
        assertThat(entry.owner()).isEqualTo(owner);
        assertThat(entry.size()).isEqualTo(size);
        assertThat(entry.modified()).isNull();
    }

    /** The first date may be read in three orders; the others are dates in only one of them. */
    @Test
    void findsTheOrderOfADateInOtherLines() {
        Listing listing = list(
                "ANN   7 04/03/02 14:06:29 *STMF      a",
                "ANN   7 28/03/15 14:06:29 *STMF      b",
                "ANN   7 31/12/99 14:06:29 *STMF      c");
        assertThat(listing.entries())
                .extracting(Entry::modified)
                .containsExactly(
                        time("2002-03-04T14:06:29Z", Precision.SECOND),
                        time("2015-03-28T14:06:29Z", Precision.SECOND),
                        time("1999-12-31T14:06:29Z", Precision.SECOND));
    }

    @Test
    void takesAnOrderWhoseDatesAreNotInTheFuture() {
        assertThat(entry("ANN   7 28/11/15 14:06:29 *STMF      a").modified())
                .isEqualTo(time("2015-11-28T14:06:29Z", Precision.SECOND));
    }

    @Test
    void takesNamesWithTheListedLibraryInFrontOfThem() {
        Listing listing = Listings.parse(
                ListingFormat.LIST,
                Listings.CLOCK,
                RemotePath.of("/QSYS.LIB/QGPL"),
                "ANN    7 04/03/24 14:06:29 *FILE      QGPL/SRC",
                "ANN                               *MEM       QGPL/SRC.ONE",
                "ANN    7 04/03/24 14:06:29 *STMF      /QSYS.LIB/QGPL/notes",
                "ANN    7 04/03/24 14:06:29 *STMF      OTHER/x");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("SRC", "SRC.ONE", "notes");
        assertThat(listing.unparsedCount()).isEqualTo(1);
    }

    @Test
    void leavesTheMembersOfAFileThatIsListedTooToItsOwnListing() {
        Listing listing = list(
                "ANN    7 04/03/24 14:06:29 *FILE      SRC.FILE",
                "ANN                               *MEM       SRC.FILE/ONE.MBR");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("SRC.FILE");
        assertThat(listing.isWhole()).isTrue();
    }
}
