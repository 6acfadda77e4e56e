// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.TransferType;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.client.Retrieval;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedData;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TlsVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are transferred as text. */
class TextTransferTest {

    private static final RemotePath FILE = RemotePath.of("/a");

    @Test
    void lineEndsAreConvertedOnlyWhereItIsAskedFor() {
        try (var server = ScriptedServer.startForEach(text());
                var session = TestSession.open(server)) {
            session.run(client -> {
                assertThat(retrieve(client, TransferType.ASCII)).isEqualTo("one" + System.lineSeparator() + "two\r");
                assertThat(retrieve(client, TransferType.BINARY)).isEqualTo("one\r\ntwo\r");
                assertThat(store(client, "three\nfour\r\n")).isEqualTo(12);
                assertThat(TestSession.store(client, "/b", "five\n".getBytes(UTF_8)))
                        .isEqualTo(5);
            });
            assertThat(server.received())
                    .extracting(bytes -> new String(bytes, UTF_8))
                    .containsExactly("three\r\nfour\r\n", "five\n");
        }
    }

    @Test
    void typeIsToldOnlyWhenItChanges() {
        try (var server = ScriptedServer.startForEach(text());
                var session = TestSession.open(server)) {
            session.run(client -> {
                retrieve(client, TransferType.ASCII);
                store(client, "a");
                client.size(FILE);
                retrieve(client, TransferType.BINARY);
                retrieve(client, TransferType.BINARY);
                retrieve(client, TransferType.ASCII);
            });
            assertThat(server.commands())
                    .filteredOn(command -> command.startsWith("TYPE"))
                    .containsExactly("TYPE A", "TYPE I", "TYPE A");
        }
    }

    @Test
    void theMeterCountsBytesOfTheFile() {
        long[] counted = {0};
        try (var server = ScriptedServer.startForEach(text());
                var session = TestSession.open(server)) {
            session.run(client -> {
                client.retrieve(
                        Retrieval.of(FILE).as(TransferType.ASCII),
                        Channels.newChannel(new ByteArrayOutputStream()),
                        bytes -> counted[0] += bytes);
                assertThat(counted[0]).isEqualTo(7 + System.lineSeparator().length());
                counted[0] = 0;
                client.storeText(
                        FILE,
                        Channels.newChannel(new ByteArrayInputStream("a\nb\n".getBytes(UTF_8))),
                        bytes -> counted[0] += bytes);
                assertThat(counted[0]).isEqualTo(4);
            });
        }
    }

    @Test
    void aServerWithoutTextTransfersNothing() {
        try (var server = ScriptedServer.startForEach(
                        text().on("TYPE", (s, type) -> s.send(type.equals("A") ? "504 no" : "200 ok")));
                var session = TestSession.open(server)) {
            Refused refused = session.failure(Refused.class, client -> retrieve(client, TransferType.ASCII));
            assertThat(refused.command()).isEqualTo("TYPE A");
            session.run(
                    client -> assertThat(retrieve(client, TransferType.BINARY)).hasSize(9));
        }
    }

    @Test
    void textIsNeverResumed() {
        assertThatThrownBy(() -> Retrieval.of(FILE).as(TransferType.ASCII).from(1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** vsftpd and aioftp say 200 to TYPE A and convert nothing. */
    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void realServersKeepTextWithTheirOwnLineEnds(ServerKind kind) {
        RealServer.assume(kind);
        try (RealServer server = RealServer.start(kind, Security.PLAIN, TlsVersion.ANY);
                var session = TestSession.plan(server.host(), server.port())
                        .credentials(new Credentials(RealServer.USER, RealServer.PASSWORD))
                        .open()) {
            session.run(client -> {
                assertThat(store(client, "one\ntwo\nthree")).isEqualTo(13);
                assertThat(retrieve(client, TransferType.ASCII))
                        .isEqualTo("one\ntwo\nthree".replace("\n", System.lineSeparator()));
            });
            boolean raw = kind == ServerKind.VSFTPD || kind == ServerKind.AIOFTP;
            String kept = raw ? "one\r\ntwo\r\nthree" : "one\ntwo\nthree";
            assertThat(server.root().resolve("a")).hasContent(kept);
            assertThat(Files.readString(server.root().resolve("a"))).isEqualTo(kept);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Responder text() {
        return Responder.standard()
                .on("SIZE", "213 9")
                .on(
                        "RETR",
                        (s, name) -> s.send("150 coming")
                                .data(d -> d.send("one\r\ntwo\r"))
                                .send("226 done"))
                .on(
                        "STOR",
                        (s, name) ->
                                s.send("150 go on").data(ScriptedData::receive).send("226 done"));
    }

    private static String retrieve(FtpClient client, TransferType type) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        long moved = client.retrieve(Retrieval.of(FILE).as(type), Channels.newChannel(content), ByteMeter.NONE);
        assertThat(moved).isEqualTo(content.size());
        return content.toString(UTF_8);
    }

    private static long store(FtpClient client, String content) throws IOException {
        return client.storeText(
                FILE, Channels.newChannel(new ByteArrayInputStream(content.getBytes(UTF_8))), ByteMeter.NONE);
    }
}
