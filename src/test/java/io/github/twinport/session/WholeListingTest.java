// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.listing.Gap;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A listing says whether it shows all that is in the folder. */
class WholeListingTest {

    private static final String LINE = "-rw-r--r-- 1 me us 5 Jan  2 2020 ";

    private static Responder lists(Responder.Rule rule) {
        return Responder.standard().on("FEAT", "500 what?").on("LIST", rule);
    }

    private static Responder.Rule sends(String text, String last) {
        return (s, argument) -> s.send("150 coming").data(d -> d.send(text)).send(last);
    }

    private static Listing list(TestSession session) {
        return session.get(client -> client.list(RemotePath.of("/x"), batch -> {}));
    }

    @Test
    void isWholeWhereAllWasUnderstoodAndNothingElseIsSaid() {
        try (var server = ScriptedServer.startForEach(lists(sends(LINE + "a\r\n", "226 done")));
                var session = TestSession.open(server)) {
            assertThat(list(session).isWhole()).isTrue();
        }
    }

    @Test
    void theFinalReplyMayAdmitThatItIsShort() {
        try (var server =
                        ScriptedServer.startForEach(lists(sends(LINE + "a\r\n", "226 Output truncated to 1 matches")));
                var session = TestSession.open(server)) {
            Listing listing = list(session);
            assertThat(listing.entries()).hasSize(1);
            assertThat(listing.gaps()).containsExactly(Gap.SHORTENED);
            assertThat(listing.said()).last().isEqualTo("226 Output truncated to 1 matches");
        }
    }

    @Test
    void linesThatWereNotUnderstoodAreAGap() {
        try (var server = ScriptedServer.startForEach(lists(sends(LINE + "a\r\n" + LINE + "../b\r\n", "226 done")));
                var session = TestSession.open(server)) {
            assertThat(list(session).gaps()).containsExactly(Gap.UNREAD_LINES);
        }
    }

    @Test
    void aLastLineThatWasCutIsAGap() {
        AtomicInteger lists = new AtomicInteger();
        Responder.Rule cut = (s, argument) -> s.send("150 coming")
                .data(d -> d.send(LINE + "a\r\n" + LINE + (lists.getAndIncrement() == 0 ? "name" : "name.txt\r\n")))
                .send("226 done");
        try (var server = ScriptedServer.startForEach(lists(cut));
                var session = TestSession.open(server)) {
            assertThat(list(session).gaps()).containsExactly(Gap.CUT);
            assertThat(list(session).isWhole()).isTrue();
        }
    }

    @Test
    void aServerThatNeverEndsItsLastLineIsAskedTwiceOnlyOnce() {
        try (var server = ScriptedServer.startForEach(lists(sends(LINE + "a\r\n" + LINE + "b", "226 done")));
                var session = TestSession.open(server)) {
            assertThat(list(session).isWhole()).isTrue();
            assertThat(list(session).isWhole()).isTrue();
            assertThat(list(session).isWhole()).isTrue();
            assertThat(server.commands().stream().filter("LIST -a"::equals)).hasSize(4);
        }
    }

    @Test
    void thatItComesSoAgainProvesNothingWhereLettersTakeSeveralBytes() {
        String all = LINE + "\u00E4\u00F6\u00FC.txt\r\n" + LINE + "name.txt\r\n";
        byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
        Responder.Rule letters = (s, argument) -> s.send("150 coming")
                .data(d -> d.send(new String(bytes, 0, all.length(), StandardCharsets.UTF_8)))
                .send("226 done");
        try (var server = ScriptedServer.startForEach(lists(letters));
                var session = TestSession.open(server)) {
            assertThat(list(session).gaps()).containsExactly(Gap.CUT);
            assertThat(list(session).gaps()).containsExactly(Gap.CUT);
        }
    }

    @Test
    void anEmptyListOfHiddenNamesIsNotBelievedWherePlainListShowsSome() {
        Responder.Rule literal = (s, argument) -> s.send("150 coming")
                .data(d -> d.send(argument.isEmpty() ? LINE + "a\r\n" : ""))
                .send("226 done");
        try (var server = ScriptedServer.startForEach(lists(literal));
                var session = TestSession.open(server)) {
            assertThat(list(session).entries()).extracting(Entry::name).containsExactly("a");
            assertThat(list(session).entries()).extracting(Entry::name).containsExactly("a");
            assertThat(server.commands()).containsOnlyOnce("LIST -a");
            session.run(
                    client -> assertThat(client.profile().hiddenFilesRefused()).isTrue());
        }
    }

    @Test
    void anErrorInTheListOfHiddenNamesIsNotBelievedEither() {
        Responder.Rule literal = (s, argument) -> s.send("150 coming")
                .data(d -> d.send(argument.isEmpty() ? LINE + "a\r\n" : "-a: No such file or directory\r\n"))
                .send("226 done");
        try (var server = ScriptedServer.startForEach(lists(literal));
                var session = TestSession.open(server)) {
            Listing listing = list(session);
            assertThat(listing.entries()).extracting(Entry::name).containsExactly("a");
            assertThat(listing.isWhole()).isTrue();
        }
    }

    @Test
    void hiddenNamesAreAskedForAgainWhereBothListsAreEmpty() {
        AtomicInteger lists = new AtomicInteger();
        Responder.Rule later = (s, argument) -> s.send("150 coming")
                .data(d -> d.send(lists.getAndIncrement() < 2 ? "" : LINE + ".a\r\n"))
                .send("226 done");
        try (var server = ScriptedServer.startForEach(lists(later));
                var session = TestSession.open(server)) {
            assertThat(list(session).entries()).isEmpty();
            assertThat(list(session).entries()).extracting(Entry::name).containsExactly(".a");
            assertThat(list(session).entries()).hasSize(1);
            assertThat(server.commands().stream().filter("LIST -a"::equals)).hasSize(3);
            assertThat(server.commands()).containsOnlyOnce("LIST");
        }
    }
}
