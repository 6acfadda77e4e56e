// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.client.TemporaryForm;
import io.github.twinport.ftp.client.UploadProfile;
import io.github.twinport.ftp.data.DataMethod;
import io.github.twinport.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProfileRepositoryTest {

    private static final Server SERVER = new Server("ftp.example.org", 21, Security.EXPLICIT_TLS);
    private static final ServerProfile LEARNT = new ServerProfile(
            DataMethod.PASSIVE,
            true,
            false,
            true,
            false,
            Proof.WORKS,
            Proof.REFUSED,
            Proof.WORKS,
            ZoneOffset.ofHours(-5),
            Proof.REFUSED);

    @TempDir
    Path folder;

    private Database database;
    private ServerProfileRepository profiles;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder);
        profiles = new ServerProfileRepository(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasLearntOutlivesTheProgram() throws IOException {
        profiles.learnt(SERVER, "me", LEARNT);
        database.close();
        open();

        assertThat(profiles.find(new Server("FTP.example.org", 21, Security.EXPLICIT_TLS), "me"))
                .isEqualTo(LEARNT);
    }

    @Test
    void whatUploadsLearntIsKeptForAMonthBesideTheProfile() {
        UploadProfile learnt = UploadProfile.UNKNOWN
                .withForm(TemporaryForm.SAME_ENDING)
                .withReplacing(Proof.REFUSED)
                .withResuming(Proof.WORKS);
        Clock first = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        ServerProfileRepository then = new ServerProfileRepository(database, first);
        then.learntUploads(SERVER, "me", learnt);
        then.learnt(SERVER, "me", LEARNT);

        assertThat(then.uploads(SERVER, "me")).isEqualTo(learnt);
        assertThat(then.uploads(SERVER, "you")).isEqualTo(UploadProfile.UNKNOWN);
        assertThat(then.find(SERVER, "me")).isEqualTo(LEARNT);
        Clock later = Clock.fixed(Instant.parse("2026-02-15T00:00:00Z"), ZoneOffset.UTC);
        assertThat(new ServerProfileRepository(database, later).uploads(SERVER, "me"))
                .isEqualTo(UploadProfile.UNKNOWN);
    }

    @Test
    void whatAnotherVersionLearntIsNotKnown() {
        assertThat(UploadProfile.of("")).isEqualTo(UploadProfile.UNKNOWN);
        assertThat(UploadProfile.of("ROUND PERHAPS WORKS NEVER REFUSED"))
                .isEqualTo(UploadProfile.UNKNOWN.withRenames(Proof.WORKS).withResuming(Proof.REFUSED));
    }

    @Test
    void everyHostPortAndUserHasAProfileOfItsOwn() {
        profiles.learnt(SERVER, "me", LEARNT);

        assertThat(profiles.find(SERVER, "you")).isEqualTo(ServerProfile.UNKNOWN);
        assertThat(profiles.find(new Server("ftp.example.org", 22, Security.EXPLICIT_TLS), "me"))
                .isEqualTo(ServerProfile.UNKNOWN);
        assertThat(profiles.find(new Server("example.org", 21, Security.EXPLICIT_TLS), "me"))
                .isEqualTo(ServerProfile.UNKNOWN);
    }

    @Test
    void theLimitOfConnectionsIsKeptBesideTheProfileAndRaisedEachDay() {
        Clock first = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(profiles.connectionLimit(SERVER, "me")).isEmpty();
        new ServerProfileRepository(database, first).learntConnectionLimit(SERVER, "me", 3);
        assertThat(profiles.find(SERVER, "me")).isEqualTo(ServerProfile.UNKNOWN);
        profiles.learnt(SERVER, "me", LEARNT);

        assertThat(new ServerProfileRepository(database, first).connectionLimit(SERVER, "me"))
                .hasValue(3);
        Clock later = Clock.offset(first, Duration.ofHours(49));
        assertThat(new ServerProfileRepository(database, later).connectionLimit(SERVER, "me"))
                .hasValue(5);
        Clock earlier = Clock.offset(first, Duration.ofDays(-9));
        assertThat(new ServerProfileRepository(database, earlier).connectionLimit(SERVER, "me"))
                .hasValue(3);
        assertThat(profiles.connectionLimit(SERVER, "you")).isEmpty();
        assertThat(profiles.find(SERVER, "me")).isEqualTo(LEARNT);
    }

    @Test
    void aLimitThatCannotBeKeptIsNoFailure() {
        database.close();
        profiles.learntConnectionLimit(SERVER, "me", 3);

        assertThat(profiles.connectionLimit(SERVER, "me")).isEmpty();
    }

    @Test
    void theLastProfileHolds() {
        ServerProfile later = new ServerProfile(null, false, true, false, true);
        profiles.learnt(SERVER, "me", LEARNT);
        profiles.learnt(SERVER, "me", later);

        assertThat(profiles.find(SERVER, "me")).isEqualTo(later);
    }

    @Test
    void whatThisVersionDoesNotKnowIsForgotten() throws IOException {
        profiles.learnt(SERVER, "me", LEARNT);
        database.<@Nullable Void>write(transaction -> {
            transaction.update(
                    "update server_profile set data_method = 'CARRIER_PIGEON',"
                            + " pipelining = 'PERHAPS', silent_start = 'SOMETIMES', empty_sizes = 'NEVER', list_offset_seconds = 999999");
            return null;
        });

        assertThat(profiles.find(SERVER, "me"))
                .isEqualTo(new ServerProfile(null, true, false, true, false).withNoopInTransfers(Proof.REFUSED));
    }

    @Test
    void aFailingDiskOnlyCostsWhatIsKnown() {
        profiles.learnt(SERVER, "me", LEARNT);
        database.close();

        profiles.learnt(SERVER, "me", ServerProfile.UNKNOWN);
        assertThat(profiles.find(SERVER, "me")).isEqualTo(ServerProfile.UNKNOWN);
    }
}
