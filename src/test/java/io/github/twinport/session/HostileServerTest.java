// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.FtpException.TooDeep;
import io.github.twinport.support.Conversation;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What servers do to harm: each ends in a clear error, with bounded memory, and touches nothing outside the target. The
 * others of the kind stand where their part is tested:
 *
 * <ul>
 *   <li>replies in clear behind AUTH TLS: {@code TlsTest.textInClearBehindAuthIsAnAttack}
 *   <li>a third party at the active listener: {@code DataConnectionTest.aThirdPartyThatConnectsToTheActiveListenerIsTurnedAway}
 *   <li>PASV that points elsewhere: {@code DataConnectionTest.anotherAddressIn227IsNeverConnectedTo}, {@code PassiveTargetsTest}
 *   <li>endless lines and listings: {@code ListingTest.anEndlessLineIsAViolation} and its neighbours
 *   <li>names that are paths: {@code ListingTest.namesThatArePathsNeverBecomeEntries}, {@code LocalNamesTest},
 *       {@code BrokenTransferTest.namesOfServersStayInsideTheTarget}, {@code ForeignPathsTest}
 *   <li>escape sequences and reversed text: {@code ListingTest.oddNamesAreNamesAndAreShownHarmlessly}, {@code LogTextTest},
 *       {@code ExplorerPaneTest}, {@code HostileOutputTest}
 *   <li>folders without end: here and {@code EndlessTreeTest}
 *   <li>any bytes in place of a listing: {@code HostileLinesTest} and the fuzzers
 * </ul>
 */
class HostileServerTest {

    /** No server needs a megabyte for a reply; what the operating system buffers comes on top. */
    private static final long ENOUGH = 20_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "200-",
                "200-a line of a reply that never ends\r\n",
                "no reply at all\r\n",
                "150 and again\r\n",
                "\r\n",
                "\0"
            })
    void anEndlessReplyIsAnErrorOfOneConnection(String piece) {
        AtomicLong sent = new AtomicLong();
        try (var server = ScriptedServer.start(
                        Responder.standard().on("SIZE", (s, name) -> sendUntilClosed(s, piece, sent)),
                        Responder.standard());
                var session = TestSession.open(server)) {
            ProtocolViolation violation =
                    session.failure(ProtocolViolation.class, client -> client.size(RemotePath.of("/a")));
            assertThat(session.session().state()).isEqualTo(new SessionState.Broken(violation));
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(2);
        }
        assertThat(sent).hasValueLessThan(ENOUGH);
    }

    @Test
    void anEndlessGreetingIsAnError() {
        AtomicLong sent = new AtomicLong();
        try (var server = ScriptedServer.start(s -> sendUntilClosed(s, "220-welcome\r\n", sent));
                var session = TestSession.open(server)) {
            session.failure(ProtocolViolation.class, client -> client.startFolder());
        }
        assertThat(sent).hasValueLessThan(ENOUGH);
    }

    @Test
    void aFolderDeeperThanAnyRealOneIsNotAskedFor() {
        RemotePath deep = RemotePath.of("/d".repeat(100_000));
        try (var server = ScriptedServer.startForEach(Responder.standard());
                var session = TestSession.open(server)) {
            TooDeep failure = session.failure(TooDeep.class, client -> client.list(deep, batch -> {}));
            assertThat(failure.levels()).isEqualTo(100_000);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.commands()).noneMatch(command -> command.startsWith("CWD"));
        }
    }

    private static void sendUntilClosed(Conversation conversation, String piece, AtomicLong sent) {
        String block = piece.repeat(65_536 / piece.length());
        try {
            while (true) {
                conversation.sendRaw(block);
                sent.addAndGet(block.length());
            }
        } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining("could not send a reply");
            conversation.close();
        }
    }
}
