// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import static io.github.twinport.ftp.listing.Listings.mlsd;
import static io.github.twinport.ftp.listing.Listings.only;
import static io.github.twinport.ftp.listing.Listings.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryDetails;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MlsdDialectTest {

    @Test
    void readsAllFacts() {
        assertThat(
                        only(
                                mlsd(
                                        "modify=20261120140305.250;perm=adfrw;size=4321;type=file;unique=801U1;UNIX.group=100;"
                                                + "UNIX.groupname=users;UNIX.mode=0640;UNIX.owner=1000;UNIX.ownername=ann; my file; really.txt")))
                .isEqualTo(new Entry(
                        "my file; really.txt",
                        EntryKind.FILE,
                        4_321,
                        time("2026-11-20T14:03:05.250Z", Precision.FRACTION),
                        "rw-r-----",
                        "ann",
                        "users",
                        null,
                        new EntryDetails(Entry.UNKNOWN_SIZE, "perm=adfrw;")));
    }

    @Test
    void keepsFactsThatItDoesNotKnow() {
        String facts = "type=file;size=3;Lang=en;charset=UTF-8;unique=8g1;X.Hidden=;create=20200101000000;";
        EntryDetails details = only(mlsd(facts + " f")).details();
        assertThat(details.facts()).isEqualTo(facts);
        assertThat(details.fact("lang")).isEqualTo("en");
        assertThat(details.fact("Charset")).isEqualTo("UTF-8");
        assertThat(details.fact("unique")).isEqualTo("8g1");
        assertThat(details.fact("create")).isEqualTo("20200101000000");
        assertThat(details.fact("x.hidden")).isEmpty();
        assertThat(details.fact("none")).isEmpty();
    }

    @Test
    void whatIsTheSameInManyLinesIsKeptOnce() {
        Listing listing = mlsd(
                "type=file;size=3;unique=1;UNIX.mode=0644;UNIX.uid=1;UNIX.gid=1;perm=adfrw; a",
                "type=file;size=4;unique=2;UNIX.mode=0600;UNIX.uid=1;UNIX.gid=1;perm=adfrw; b",
                "type=file;size=4;unique=3;modify=20200101000000; c");
        List<EntryDetails> details =
                listing.entries().stream().map(Entry::details).toList();
        assertThat(details.get(0).fact("perm")).isEqualTo("adfrw");
        assertThat(details.get(1)).isSameAs(details.get(0));
        assertThat(details.get(2)).isSameAs(EntryDetails.NONE);
    }

    @Test
    void takesThePermFactWhereThereIsNoMode() {
        assertThat(only(mlsd("Type=dir;Perm=cpmel; incoming")).permissions()).isEqualTo("cpmel");
        assertThat(only(mlsd("Type=dir;UNIX.mode=01777;Perm=cpmel; tmp")).permissions())
                .isEqualTo("rwxrwxrwt");
    }

    @ParameterizedTest
    @CsvSource({
        "file, FILE",
        "FILE, FILE",
        "dir, FOLDER",
        "OS.unix=symlink, LINK",
        "OS.unix=slink, LINK",
        "OS.unix=slink:, LINK",
        "OS.UNIX=slink:/x, LINK",
        "OS.unix=chr-1/3, OTHER",
        "OS.unix=pipe, OTHER",
        "whatever, OTHER"
    })
    void readsTheType(String type, EntryKind kind) {
        assertThat(only(mlsd("type=" + type + "; x")).kind()).isEqualTo(kind);
    }

    @Test
    void readsTheTargetOfALinkEvenWithBlanks() {
        Entry link = only(mlsd("Type=OS.unix=slink:/a b/c;Perm=; foo bar"));
        assertThat(link.linkTarget()).isEqualTo("/a b/c");
        assertThat(link.name()).isEqualTo("foo bar");
        assertThat(only(mlsd("type=OS.unix=slink:;Perm=; foo")).linkTarget()).isNull();
    }

    @Test
    void leavesTheKindOpenWithoutAType() {
        assertThat(only(mlsd("Size=0;Modify=19700101000000.000; broken")).kind())
                .isEqualTo(EntryKind.LINK);
        assertThat(only(mlsd(" no facts at all")).name()).isEqualTo("no facts at all");
    }

    @Test
    void readsTheSizeOfAFolder() {
        assertThat(only(mlsd("type=dir;sizd=4096; d")).size()).isEqualTo(4_096);
    }

    @ParameterizedTest
    @ValueSource(strings = {" leading", "trailing ", "a=b;c", "\uDCE4", "  "})
    void keepsNamesAsTheyAre(String name) {
        assertThat(only(mlsd("type=file; " + name)).name()).isEqualTo(name);
    }

    @Test
    void dropsAFactWhoseValueMakesNoSense() {
        Entry entry = only(mlsd("type=file;size=99999999999999999999;modify=2014x;UNIX.mode=9; f"));
        assertThat(entry.size()).isEqualTo(Entry.UNKNOWN_SIZE);
        assertThat(entry.modified()).isNull();
        assertThat(entry.permissions()).isEmpty();
    }

    @Test
    void skipsTheFolderItselfAndTheOneAbove() {
        Listing listing = mlsd("Type=cdir; /x", "Type=pdir; ..", "Type=dir; .", "type=dir; ..", "");
        assertThat(listing.entries()).isEmpty();
        assertThat(listing.unparsedCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Type=file;Size=1;/no/space",
                "Type=file;",
                "Type=file; ",
                " ",
                "no-space",
                "=x; no name of the fact",
                "type=file; a/b",
                "type=file; a\u0000b",
                "-rw-r--r-- 1 0 0 7 Jan 25  2020 f"
            })
    void reportsLinesThatAreNotValid(String line) {
        Listing listing = mlsd(line);
        assertThat(listing.entries()).isEmpty();
        assertThat(listing.unparsed()).containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type=dir a name                              | a name  | FOLDER
            Type=dir;Size=4 a name                       | a name  | FOLDER
            type=file;TABa b 2009-07-22 08-25            | a b 2009-07-22 08-25 | FILE
            type=dir;Size; a name                        | a name  | FOLDER
            type=dir;=4;; a name                         | a name  | FOLDER
            Type= a name                                 | a name  | LINK
            """)
    void readsLinesThatAreNotWellFormed(String line, String name, EntryKind kind) {
        Listing listing = mlsd(line.replace("TAB", "\t"));
        assertThat(only(listing)).extracting(Entry::name, Entry::kind).containsExactly(name, kind);
        assertThat(listing.isWhole()).isTrue();
    }

    @Test
    void readsLinesWithBlanksInFront() {
        Entry entry = only(mlsd("  \ttype=file;size=3; f"));
        assertThat(entry.kind()).isEqualTo(EntryKind.FILE);
        assertThat(entry.size()).isEqualTo(3);
        assertThat(entry.name()).isEqualTo("f");
        assertThat(only(mlsd(" type-of-wood; f")).name()).isEqualTo("type-of-wood; f");
    }

    @Test
    void guessesANameThatTouchesItsFacts() {
        Listing listing = mlsd("type=file;size=3;name.txt");
        assertThat(only(listing).name()).isEqualTo("name.txt");
        assertThat(listing.gaps()).containsExactly(Gap.GUESSED_LINES);
    }

    @Test
    void joinsFactsThatWereFolded() {
        Listing listing =
                mlsd("type=file;", " size=3;modify=20200101000000; f", "type=dir;", "\tg", "type=file;size=4; h");
        assertThat(listing.unparsed()).isEmpty();
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("f", "g", "h");
        assertThat(listing.entries().getFirst().size()).isEqualTo(3);
        assertThat(listing.entries().get(1).isFolder()).isTrue();
    }

    @Test
    void doesNotJoinLinesThatStandForThemselves() {
        Listing listing = mlsd("type=file;", "type=file;size=4; h", "type=dir;", " type=file; i", "type=dir;");
        assertThat(listing.entries()).extracting(Entry::name).containsExactly("h", "i");
        assertThat(listing.unparsed()).containsExactly("type=file;", "type=dir;", "type=dir;");
    }

    @Test
    void skipsTheListedFolderByItsPath() {
        Listing listing = Listings.parse(
                ListingFormat.MLSD, Listings.CLOCK, RemotePath.of("/pub"), "type=dir; /pub", "type=dir; /pub/a");
        assertThat(only(listing).name()).isEqualTo("a");
    }
}
