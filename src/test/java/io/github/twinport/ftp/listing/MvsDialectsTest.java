// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import static io.github.twinport.ftp.listing.Listings.entry;
import static io.github.twinport.ftp.listing.Listings.list;
import static io.github.twinport.ftp.listing.Listings.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MvsDialectsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WYOSPT 3420   2003/05/21  1  200  FB      80  8053  PS    ANN.DATA       | ANN.DATA | FILE
            WPTA01 3390   2004/03/04  1    3  F       80  3125  PO    ANN.SOURCE     | ANN.SOURCE | FOLDER
            WPTA01 3390   2004/03/04  1    3  U       80  3125  PO-E  ANN.LOAD       | ANN.LOAD | FOLDER
            PEX26F 3390   2017/07/03  115807  FB   29600 29600  PS    ANN.BIG        | ANN.BIG | FILE
            NRP004 3390   **NONE**    1   15  NONE     0     0  NONE  ANN.NEW        | ANN.NEW | FILE
            USS001 3390   2010/12/01  1   15                   VSAM  ANN.KEYED       | ANN.KEYED | FILE
            Migrated                                                "'ANN.QUOTED'"   | ANN.QUOTED | FILE
            ARCIVE Not Direct Access Device                           ANN.OLD        | ANN.OLD | FILE
            Pseudo Directory                                          ANN            | ANN. | FOLDER
            V43525 Tape                                               ANN.TAPE       | ANN.TAPE | FILE
            """)
    void readsDataSets(String line, String name, EntryKind kind) {
        Entry entry = entry(line.replace("\"", ""));
        assertThat(entry.name()).isEqualTo(name);
        assertThat(entry.kind()).isEqualTo(kind);
        assertThat(entry.modified()).isNull();
        assertThat(entry.size()).isEqualTo(Entry.UNKNOWN_SIZE);
    }

    @Test
    void readsMembersWithStatistics() {
        Listing listing = list(
                " Name     VV.MM   Created       Changed      Size  Init   Mod   Id",
                "ALPHA     01.03 2002/09/12 2002/10/11 09:37    11    11     0 ANN001",
                "BETA");
        assertThat(listing.unparsed()).isEmpty();
        assertThat(listing.entries())
                .containsExactly(
                        new Entry(
                                "ALPHA",
                                EntryKind.FILE,
                                Entry.UNKNOWN_SIZE,
                                time("2002-10-11T09:37:00Z", Precision.MINUTE),
                                "",
                                "ANN001",
                                "",
                                null),
                        Entry.named("BETA", EntryKind.FILE));
    }

    @Test
    void readsMembersOfALoadLibrary() {
        Listing listing = list(
                " Name      Size     TTR   Alias-of AC--------- Attributes--------- Amode Rmode",
                "IEFBR14   000008   000004          00 FO             RN RU            31    ANY");
        assertThat(listing.entries()).containsExactly(Entry.named("IEFBR14", EntryKind.FILE));
        assertThat(listing.unparsed()).isEmpty();
    }

    @Test
    void readsAMemberWithoutStatisticsWhoseLineIsFilledWithBlanks() {
        assertThat(entry("GAMMA" + " ".repeat(60))).isEqualTo(Entry.named("GAMMA", EntryKind.FILE));
    }

    @Test
    void readsJobs() {
        Listing listing = list(
                "JOBNAME  JOBID    OWNER    STATUS CLASS",
                "ANN1     JOB01906 ANN      OUTPUT A        RC=0000 3 spool files",
                "ANN2     TSU01907 OUTPUT    3 Spool Files",
                "ANN3     J0001908 ANN      ACTIVE A");
        assertThat(listing.unparsed()).isEmpty();
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("JOB01906", "TSU01907", "J0001908");
        assertThat(listing.entries()).extracting(Entry::owner).containsExactly("ANN", "", "ANN");
    }

    @Test
    void skipsTheHeadingOfDataSets() {
        Listing listing = list("Volume Unit    Referred Ext Used Recfm Lrecl BlkSz Dsorg Dsname");
        assertThat(listing.entries()).isEmpty();
        assertThat(listing.unparsedCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WYOSPT 3420   2003-05-21  1  200  FB      80  8053  PS    ANN.DATA",
                "WYOSPT 3420   2003/05/21  1  200  FB      80  8053  XX    ANN.DATA",
                "ALPHA     01.03 2002/09/12 2002/10/11 25:37    11    11     0 ANN001",
                "ALPHA     0103 2002/09/12 2002/10/11 09:37    11    11     0 ANN001",
                "TOOLONGNAME     01.03 2002/09/12 2002/10/11 09:37    11    11     0 ANN001",
                "ANN1     JOB1 ANN      OUTPUT A        RC=0000 3 spool files"
            })
    void reportsLinesThatAreNotValid(String line) {
        assertThat(list(line).entries()).isEmpty();
        assertThat(list(line).unparsed()).containsExactly(line);
    }
}
