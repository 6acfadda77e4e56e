// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** LIST shows the server's own time; by MDTM, which is in UTC, its offset is found out. */
class ListTimesTest {

    private final Instant changed =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(3, ChronoUnit.DAYS).plusSeconds(10 * 3600 + 20 * 60 + 30);
    private static final ZoneOffset INDIA = ZoneOffset.ofHoursMinutes(5, 30);
    private static final DateTimeFormatter MDTM = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final DateTimeFormatter LIST = DateTimeFormatter.ofPattern("MMM dd HH:mm", Locale.ROOT);

    private final MemoryProfiles profiles = new MemoryProfiles();
    private final List<Entry> handedOut = new ArrayList<>();

    @Test
    void theFirstListingIsRightAlready() {
        try (var server = ScriptedServer.startForEach(serving(INDIA, "213 " + utc()));
                var session = open(server)) {
            Entry entry = listed(session);
            assertThat(entry.modified())
                    .isEqualTo(new Timestamp(changed.truncatedTo(ChronoUnit.MINUTES), Precision.MINUTE));
            assertThat(handedOut).containsExactly(entry);
            assertThat(listed(session)).isEqualTo(entry);
            assertThat(server.commands()).filteredOn("MDTM /a"::equals).hasSize(1);
            assertThat(offset(server)).isEqualTo(INDIA);
        }
    }

    @Test
    void daysStayDays() {
        Responder old = serving(INDIA, "213 " + utc())
                .on(
                        "LIST",
                        (s, argument) -> s.send("150 coming")
                                .data(d -> d.send(line("a", INDIA) + "-rw-r--r-- 1 u g 5 Jan 02  2020 old\r\n"))
                                .send("226 done"));
        try (var server = ScriptedServer.startForEach(old);
                var session = open(server)) {
            Listing listing = session.get(client -> client.list(RemotePath.ROOT, batch -> {}));
            assertThat(listing.entries().getLast().modified())
                    .isEqualTo(new Timestamp(Instant.parse("2020-01-01T18:30:00Z"), Precision.DAY));
        }
    }

    @Test
    void whatAnEarlierSessionHasMeasuredHoldsFromTheFirstBatch() {
        try (var server = ScriptedServer.startForEach(serving(INDIA, "550 no"))) {
            profiles.learnt(address(server), "me", ServerProfile.UNKNOWN.withListOffset(INDIA));
            try (var session = open(server)) {
                assertThat(listed(session).modified())
                        .isEqualTo(new Timestamp(changed.truncatedTo(ChronoUnit.MINUTES), Precision.MINUTE));
            }
            assertThat(offset(server)).isEqualTo(INDIA);
        }
    }

    @Test
    void aClockThatHasBeenChangedIsMeasuredAnew() {
        try (var server = ScriptedServer.startForEach(serving(INDIA, "213 " + utc()))) {
            profiles.learnt(address(server), "me", ServerProfile.UNKNOWN.withListOffset(ZoneOffset.ofHours(1)));
            try (var session = open(server)) {
                assertThat(listed(session).modified())
                        .isEqualTo(new Timestamp(changed.truncatedTo(ChronoUnit.MINUTES), Precision.MINUTE));
            }
            assertThat(offset(server)).isEqualTo(INDIA);
        }
    }

    /** A server whose MDTM is as wrong as its listings; what it seems to say about itself is not remembered either. */
    @Test
    void whatTheUserSaysOfTheClockIsNotMeasured() {
        String local = MDTM.format(changed.atOffset(INDIA));
        try (var server = ScriptedServer.startForEach(serving(INDIA, "213 " + local))) {
            profiles.learnt(address(server), "me", ServerProfile.UNKNOWN.withListOffset(ZoneOffset.ofHours(1)));
            try (var session = TestSession.plan(server)
                    .options(ConnectionOptions.NONE.withProfiles(profiles).withListOffset(INDIA))
                    .open()) {
                assertThat(listed(session).modified())
                        .isEqualTo(new Timestamp(changed.truncatedTo(ChronoUnit.MINUTES), Precision.MINUTE));
            }
            assertThat(server.commands()).noneMatch(command -> command.startsWith("MDTM"));
            assertThat(offset(server)).isEqualTo(ZoneOffset.ofHours(1));
        }
    }

    @Test
    void aFileThatHasJustBeenWrittenAgainMeasuresNothing() {
        String later = MDTM.format(changed.plusSeconds(7 * 60).atOffset(ZoneOffset.UTC));
        try (var server = ScriptedServer.startForEach(serving(ZoneOffset.UTC, "213 " + later));
                var session = open(server)) {
            for (int i = 0; i < 5; i++) {
                assertThat(listed(session).name()).isEqualTo("a");
            }
            assertThat(offset(server)).isNull();
            assertThat(server.commands()).filteredOn("MDTM /a"::equals).hasSize(3);
            assertThat(handedOut).hasSize(5);
        }
    }

    @Test
    void aServerWithoutMdtmIsTakenAtItsWord() {
        Responder plain =
                serving(INDIA, "500 what?").on("FEAT", (s, argument) -> s.sendLines("211-", " SIZE", "211 End"));
        try (var server = ScriptedServer.startForEach(plain);
                var session = open(server)) {
            assertThat(listed(session).name()).isEqualTo("a");
            assertThat(server.commands()).noneMatch(command -> command.startsWith("MDTM"));
        }
    }

    @Test
    void aLongListingIsShownWhileItComes() {
        StringBuilder lines = new StringBuilder();
        while (lines.length() < 1_200_000) {
            lines.append(line("a" + lines.length(), INDIA));
        }
        Responder much = serving(INDIA, "213 " + utc())
                .on(
                        "LIST",
                        (s, argument) -> s.send("150 coming")
                                .data(d -> d.send(lines.toString()))
                                .send("226 done"));
        try (var server = ScriptedServer.startForEach(much);
                var session = open(server)) {
            Listing listing = session.get(client -> client.list(RemotePath.ROOT, handedOut::addAll));
            assertThat(handedOut).isEqualTo(listing.entries());
            assertThat(offset(server)).isEqualTo(INDIA);
        }
    }

    @Test
    void aRealServerInAnotherZone() throws IOException {
        RealServer.assume(ServerKind.INETUTILS);
        var options = RealServer.Options.of(Security.PLAIN).zone("Asia/Kolkata");
        try (RealServer server = RealServer.start(ServerKind.INETUTILS, options)) {
            Path file = Files.writeString(server.root().resolve("a"), "hello");
            Files.setLastModifiedTime(file, FileTime.from(changed));
            server.adopt();
            ConnectionSettings settings = new ConnectionSettings(
                    new Server(server.host(), server.port(), Security.PLAIN),
                    new Credentials(RealServer.USER, RealServer.PASSWORD),
                    TlsSettings.of(TrustDecider.STRICT),
                    line -> {});
            try (Session session = new Session(settings)) {
                FtpOperation<Listing> list = client -> client.list(RemotePath.ROOT, batch -> {});
                assertThat(session.submit(list).join().entries())
                        .filteredOn(entry -> entry.name().equals("a"))
                        .extracting(Entry::modified)
                        .containsExactly(new Timestamp(changed.truncatedTo(ChronoUnit.MINUTES), Precision.MINUTE));
                FtpOperation<ServerProfile> profile = FtpClient::profile;
                assertThat(session.submit(profile).join().listOffset()).isEqualTo(INDIA);
            }
        }
    }

    private Entry listed(TestSession session) {
        return session.get(client -> client.list(RemotePath.ROOT, handedOut::addAll))
                .entries()
                .getFirst();
    }

    private Responder serving(ZoneOffset zone, String answerToMdtm) {
        return Responder.standard()
                .on("FEAT", (s, argument) -> s.sendLines("211-", " SIZE", " MDTM", "211 End"))
                .on("MDTM", answerToMdtm)
                .on(
                        "LIST",
                        (s, argument) -> s.send("150 coming")
                                .data(d -> d.send(line("a", zone)))
                                .send("226 done"));
    }

    private String line(String name, ZoneOffset zone) {
        return "-rw-r--r-- 1 u g 5 " + LIST.format(changed.atOffset(zone)) + " " + name + "\r\n";
    }

    private String utc() {
        return MDTM.format(changed.atOffset(ZoneOffset.UTC));
    }

    private TestSession open(ScriptedServer server) {
        return TestSession.plan(server)
                .options(ConnectionOptions.NONE.withProfiles(profiles))
                .open();
    }

    private @Nullable ZoneOffset offset(ScriptedServer server) {
        return profiles.find(address(server), "me").listOffset();
    }

    private static Server address(ScriptedServer server) {
        return new Server(server.host(), server.port(), Security.PLAIN);
    }
}
