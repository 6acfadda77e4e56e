// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException.Incomplete;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.TransferType;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.client.Retrieval;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.TestCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Data connections that end without TLS's close_notify: by a server that never sends it, or by somebody who cuts the
 * connection. The number of bytes decides.
 */
class TruncationTest {

    private static final Retrieval FILE = Retrieval.of(RemotePath.of("/a"));

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theRightSizeProvesThatAllHasCome(String version) {
        try (var server = ScriptedServer.startForEach(cutting("hello", version).on("SIZE", "213 5"));
                var session = open(server)) {
            assertThat(session.retrieve("/a")).isEqualTo("hello".getBytes(UTF_8));
            assertThat(session.log()).anyMatch(line -> line.contains("without close_notify"));
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aSizeThatIsKnownAlreadyIsNotAskedFor() {
        try (var server = ScriptedServer.startForEach(cutting("hello", "TLSv1.3"));
                var session = open(server)) {
            session.run(client -> assertThat(retrieve(client, FILE.ofSize(5))).isEqualTo("hello"));
            assertThat(server.commands()).noneMatch(command -> command.startsWith("SIZE"));
        }
    }

    @ParameterizedTest
    @CsvSource({"213 9,9", "550 no such command,-1"})
    void aFileThatMayBeCutOffIsIncompleteWhateverTheReplySays(String reply, long size) {
        try (var server =
                        ScriptedServer.startForEach(cutting("hello", "TLSv1.3").on("SIZE", reply));
                var session = open(server)) {
            Incomplete failure = session.failure(Incomplete.class, client -> retrieve(client, FILE));
            assertThat(failure.expected()).isEqualTo(size);
            assertThat(failure.moved()).isEqualTo(5);
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void theRestOfAFileIsMeasuredFromItsBeginning() {
        try (var server =
                        ScriptedServer.startForEach(cutting("hello", "TLSv1.3").on("SIZE", "213 105"));
                var session = open(server)) {
            session.run(client -> assertThat(retrieve(client, FILE.from(100))).isEqualTo("hello"));
            session.failure(Incomplete.class, client -> retrieve(client, FILE.from(99)));
        }
    }

    /** A server that converts line ends has sent one byte more for each than its file has. */
    @ParameterizedTest
    @ValueSource(strings = {"213 6", "213 8"})
    void textMayBeLongerOnItsWay(String size) {
        try (var server = ScriptedServer.startForEach(
                        cutting("ab\r\ncd\r\n", "TLSv1.3").on("SIZE", size));
                var session = open(server)) {
            session.run(client -> assertThat(retrieve(client, FILE.as(TransferType.ASCII)))
                    .isEqualTo("ab" + System.lineSeparator() + "cd" + System.lineSeparator()));
        }
    }

    @Test
    void aListingIsIncompleteWhereItEndsInsideALine() {
        try (var server = ScriptedServer.startForEach(cutting("", "TLSv1.3").on("MLSD", (s, argument) -> {
                    s.send("150 coming");
                    s.data(d -> d.send("type=file;size=1; a\r\ntype=file;siz").truncate());
                    s.send("226 all of it");
                }));
                var session = open(server)) {
            Incomplete failure = session.failure(Incomplete.class, client -> TestSession.names(client, "/"));
            assertThat(failure.expected()).isEqualTo(Entry.UNKNOWN_SIZE);
        }
    }

    @Test
    void aListingOfWholeLinesIsTakenWithTheServersWord() {
        try (var server = ScriptedServer.startForEach(cutting("", "TLSv1.3").on("MLSD", (s, argument) -> {
                    s.send("150 coming");
                    s.data(d -> d.send("type=file;size=1; a\r\n").truncate());
                    s.send("226 all of it");
                }));
                var session = open(server)) {
            session.run(client -> assertThat(TestSession.names(client, "/")).containsExactly("a"));
            assertThat(session.log()).anyMatch(line -> line.contains("without close_notify"));
        }
    }

    private static String retrieve(FtpClient client, Retrieval what) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        client.retrieve(what, Channels.newChannel(content), ByteMeter.NONE);
        return content.toString(UTF_8);
    }

    private static TestSession open(ScriptedServer server) {
        return TestSession.plan(server).security(Security.EXPLICIT_TLS).open();
    }

    private static Responder cutting(String content, String version) {
        return Responder.standard()
                .on(
                        "AUTH",
                        (s, argument) -> s.send("234 go")
                                .startTls(
                                        TestCertificates.get().serverContext(TestCertificates.Identity.VALID), version))
                .on("PBSZ", "200 ok")
                .on("PROT", "200 ok")
                .on(
                        "RETR",
                        (s, name) -> s.send("150 coming")
                                .data(d -> d.send(content).truncate())
                                .send("226 done"));
    }
}
