// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.Incomplete;
import io.github.twinport.ftp.FtpException.Oversized;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.Compression;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.Retrieval;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedData;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TlsVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings and files that travel compressed (MODE Z), and servers that abuse it. */
class CompressionTest {

    private static final byte[] TEXT =
            "hello, hello, hello, hello\n".repeat(1_000).getBytes(UTF_8);
    private static final RemotePath FILE = RemotePath.of("/a");
    private static final long MEGABYTE = 1024 * 1024;

    private final Collection<ProtocolLine> log = new ConcurrentLinkedQueue<>();

    @Test
    void everythingTravelsCompressedWhereItIsWantedAndPossible() throws IOException {
        try (var server = ScriptedServer.startForEach(compressing());
                var session = open(server, Compression.ON)) {
            session.run(client -> {
                assertThat(TestSession.names(client, "/")).containsExactly("a");
                assertThat(TestSession.retrieve(client, "/a")).isEqualTo(TEXT);
                assertThat(TestSession.store(client, "/b", TEXT)).isEqualTo(TEXT.length);
                assertThat(TestSession.store(client, "/c", new byte[0])).isZero();
            });
            assertThat(server.received().getFirst()).hasSizeLessThan(TEXT.length / 10);
            assertThat(inflate(server.received().getFirst())).isEqualTo(TEXT);
            assertThat(inflate(server.received().getLast())).isEmpty();
            assertThat(server.commands())
                    .filteredOn(command -> command.startsWith("MODE"))
                    .containsExactly("MODE Z");
            assertThat(server.commands()).noneMatch(command -> command.startsWith("OPTS MODE"));
        }
    }

    @Test
    void theLevelIsToldOnceWhereItIsNotTheUsualOne() {
        try (var server = ScriptedServer.startForEach(compressing());
                var session = open(server, new Compression(true, 9))) {
            assertThat(session.retrieve("/a")).isEqualTo(TEXT);
            assertThat(session.retrieve("/a")).isEqualTo(TEXT);
            assertThat(server.commands())
                    .filteredOn(command -> command.contains("MODE"))
                    .containsExactly("OPTS MODE Z LEVEL 9", "MODE Z");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsCompressedWhereItIsNotWantedOrNotOffered(boolean wanted) {
        Responder server = wanted ? plain() : compressing().on("RETR", plainly(TEXT));
        try (var scripted = ScriptedServer.startForEach(server);
                var session = open(scripted, wanted ? Compression.ON : Compression.OFF)) {
            assertThat(session.retrieve("/a")).isEqualTo(TEXT);
            assertThat(scripted.commands()).noneMatch(command -> command.startsWith("MODE"));
        }
    }

    @Test
    void aServerThatRefusesModeZIsNotAskedAgain() {
        try (var server = ScriptedServer.startForEach(
                        compressing().on("MODE", "504 not now").on("RETR", plainly(TEXT)));
                var session = open(server, Compression.ON)) {
            assertThat(session.retrieve("/a")).isEqualTo(TEXT);
            assertThat(session.retrieve("/a")).isEqualTo(TEXT);
            assertThat(server.commands())
                    .filteredOn(command -> command.startsWith("MODE"))
                    .containsExactly("MODE Z");
        }
    }

    @Test
    void aServerThatTransfersNothingInModeZGoesBackToModeS() {
        boolean[] stream = {false};
        try (var server = ScriptedServer.startForEach(compressing()
                        .on("MODE", (s, mode) -> {
                            stream[0] = mode.equals("S");
                            s.send("200 ok");
                        })
                        .on("RETR", (s, name) -> {
                            if (stream[0]) {
                                plainly(TEXT).answer(s, name);
                            } else {
                                s.send("504 not in this mode");
                            }
                        }));
                var session = open(server, Compression.ON)) {
            assertThat(session.retrieve("/a")).isEqualTo(TEXT);
            assertThat(session.retrieve("/a")).isEqualTo(TEXT);
            assertThat(server.commands())
                    .filteredOn(command -> command.startsWith("MODE"))
                    .containsExactly("MODE Z", "MODE S");
        }
    }

    @Test
    void compressedDataWithoutItsEndIsTakenOnlyWithTheRightSize() {
        byte[] whole = deflate(TEXT);
        byte[] cut = Arrays.copyOf(whole, whole.length - 5);
        try (var server = ScriptedServer.startForEach(
                        compressing().on("RETR", plainly(cut)).on("SIZE", "213 " + TEXT.length));
                var session = open(server, Compression.ON)) {
            assertThat(session.retrieve("/a")).isEqualTo(TEXT);
        }
        try (var server = ScriptedServer.startForEach(
                        compressing().on("RETR", plainly(cut)).on("SIZE", "213 " + (TEXT.length + 1)));
                var session = open(server, Compression.ON)) {
            session.failure(Incomplete.class, client -> TestSession.retrieve(client, "/a"));
        }
    }

    @Test
    void damagedCompressedDataIsAFailure() {
        try (var server = ScriptedServer.startForEach(compressing().on("RETR", plainly(TEXT)));
                var session = open(server, Compression.ON)) {
            assertThat(session.failure(ConnectionLost.class, client -> TestSession.retrieve(client, "/a")))
                    .hasMessageContaining("compressed data");
            session.run(client -> client.noop());
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aListingThatExpandsWithoutEndIsStopped() {
        byte[] line = "type=file;size=1; a\r\n".repeat(50_000).getBytes(UTF_8);
        try (var server = ScriptedServer.startForEach(compressing().on("MLSD", (s, argument) -> {
                    s.send("150 coming").data(d -> bomb(d, line)).send("426 broken off");
                }));
                var session = open(server, Compression.ON)) {
            assertThat(session.failure(ProtocolViolation.class, client -> TestSession.names(client, "/")))
                    .hasMessageContaining("listing of more than");
        }
    }

    @Test
    void aListingThatIsOneEndlessLineIsStopped() {
        try (var server = ScriptedServer.startForEach(compressing().on("MLSD", (s, argument) -> {
                    s.send("150 coming").data(d -> bomb(d, new byte[100_000])).send("426 broken off");
                }));
                var session = open(server, Compression.ON)) {
            assertThat(session.failure(ProtocolViolation.class, client -> TestSession.names(client, "/")))
                    .hasMessageContaining("line of more than");
        }
    }

    /** With a known length its limit holds; without one the ratio of file and compressed data. */
    @ParameterizedTest
    @ValueSource(longs = {1_000, Entry.UNKNOWN_SIZE})
    void aFileThatExpandsWithoutEndIsStopped(long size) {
        try (var server = ScriptedServer.startForEach(compressing()
                        .on("RETR", (s, name) -> {
                            s.send("150 coming")
                                    .data(d -> bomb(d, new byte[(int) MEGABYTE]))
                                    .send("426 broken off");
                        })
                        .on("ABOR", "226 broken off"));
                var session = open(server, Compression.ON)) {
            Oversized failure = session.failure(
                    Oversized.class,
                    client -> client.retrieve(Retrieval.of(FILE).ofSize(size), discarding(), ByteMeter.NONE));
            assertThat(failure.expected()).isEqualTo(size);
            assertThat(failure.moved()).isLessThan(size > 0 ? 20 * MEGABYTE : 260 * MEGABYTE);
        }
    }

    /** Its level can be chosen; uploads are not compressed because it cannot read them. */
    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"PLAIN", "EXPLICIT_TLS"})
    void proFtpdSendsEverythingCompressed(Security security) {
        RealServer.assume(ServerKind.PROFTPD);
        try (RealServer server = RealServer.start(ServerKind.PROFTPD, security, TlsVersion.ANY)) {
            exercise(new Server(server.host(), server.port(), security), new Compression(true, 9));
        }
        assertThat(log).extracting(ProtocolLine::text).contains("OPTS MODE Z LEVEL 9", "MODE Z", "MODE S");
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"PLAIN", "EXPLICIT_TLS"})
    void apacheDoesEverythingCompressed(Security security, @TempDir Path folder) {
        try (ApacheServer server = ApacheServer.start(folder, ApacheServer.Options.of(security))) {
            exercise(new Server(server.host(), server.port(), security), Compression.ON);
        }
        assertThat(log).extracting(ProtocolLine::text).contains("MODE Z");
    }

    private void exercise(Server server, Compression compression) {
        try {
            new EngineExercise(
                            new ConnectionSettings(
                                    server,
                                    new Credentials(RealServer.USER, RealServer.PASSWORD),
                                    DataMode.PASSIVE,
                                    StandardCharsets.UTF_8,
                                    new TlsSettings(
                                            TestCertificates.get().trustManager(),
                                            TrustDecider.STRICT,
                                            TlsSettings.MODERN_VERSIONS),
                                    Timeouts.DEFAULT,
                                    log::add,
                                    ConnectionOptions.NONE.withCompression(compression)),
                            EngineExercise.Powers.ALL)
                    .run(new EngineMatrix().row("MODE Z", server.security().toString(), "PASSIVE", "4"));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(
                    e.getMessage() + "\n" + log.stream().map(ProtocolLine::text).toList(), e);
        }
    }

    private static TestSession open(ScriptedServer server, Compression compression) {
        return TestSession.plan(server)
                .options(ConnectionOptions.NONE.withCompression(compression))
                .open();
    }

    private static Responder compressing() {
        return plain().on("FEAT", (s, argument) -> s.sendLines("211-Features:", " MLST type*;", " MODE Z", "211 End"))
                .on("MODE", "200 ok")
                .on("MLSD", plainly(deflate("type=file;size=1; a\r\n".getBytes(UTF_8))))
                .on("RETR", plainly(deflate(TEXT)));
    }

    private static Responder plain() {
        return Responder.standard()
                .on("RETR", plainly(TEXT))
                .on(
                        "STOR",
                        (s, name) ->
                                s.send("150 go on").data(ScriptedData::receive).send("226 done"));
    }

    private static Responder.Rule plainly(byte[] content) {
        return (s, name) -> s.send("150 coming").data(d -> d.send(content)).send("226 done");
    }

    /** Sends the same again and again, well compressed, until the client has had enough. */
    private static void bomb(ScriptedData data, byte[] content) {
        OutputStream wire = new OutputStream() {
            @Override
            public void write(int b) {
                data.send(new byte[] {(byte) b});
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                data.send(Arrays.copyOfRange(bytes, offset, offset + length));
            }
        };
        DeflaterOutputStream compressed = new DeflaterOutputStream(wire, new Deflater(9), 512);
        try {
            while (true) {
                compressed.write(content);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining("could not send data");
        }
    }

    private static byte[] deflate(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(compressed)) {
            stream.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return compressed.toByteArray();
    }

    private static byte[] inflate(byte[] compressed) throws IOException {
        try (InflaterInputStream stream = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            return stream.readAllBytes();
        }
    }

    private static WritableByteChannel discarding() {
        return Channels.newChannel(OutputStream.nullOutputStream());
    }
}
