// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.sites.KnownCertificates.Accepted;
import io.github.twinport.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownCertificatesTest {

    private static final Server SERVER = new Server("ftp.example.org", 21, Security.EXPLICIT_TLS);

    @TempDir
    Path folder;

    private Database database;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private KnownCertificates known;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder);
        known = new KnownCertificates(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void knowsOnlyWhatWasAcceptedForThisHostAndPort() throws IOException {
        assertThat(known.accepted(SERVER).map(Accepted::fingerprint)).isNotEqualTo(Optional.of("AA:BB"));
        known.remember(SERVER, "AA:BB");

        assertThat(known.accepted(SERVER).map(Accepted::fingerprint)).contains("AA:BB");
        assertThat(known.accepted(SERVER).map(Accepted::fingerprint)).isNotEqualTo(Optional.of("AA:CC"));
        assertThat(known.accepted(new Server("ftp.example.org", 990, Security.IMPLICIT_TLS))
                        .map(Accepted::fingerprint))
                .isNotEqualTo(Optional.of("AA:BB"));
        assertThat(known.accepted(new Server("example.org", 21, Security.EXPLICIT_TLS))
                        .map(Accepted::fingerprint))
                .isNotEqualTo(Optional.of("AA:BB"));
    }

    @Test
    void takesHostNamesRegardlessOfCase() throws IOException {
        known.remember(SERVER, "AA:BB");

        assertThat(known.accepted(new Server("FTP.Example.ORG", 21, Security.EXPLICIT_TLS))
                        .map(Accepted::fingerprint))
                .contains("AA:BB");
    }

    @Test
    void replacesTheFingerprintOfAServer() throws IOException {
        known.remember(SERVER, "AA:BB");
        known.remember(SERVER, "AA:CC");

        assertThat(known.accepted(SERVER)).contains(new Accepted("AA:CC", NOW));
        assertThat(known.accepted(SERVER).map(Accepted::fingerprint)).isNotEqualTo(Optional.of("AA:BB"));
    }

    @Test
    void forgets() throws IOException {
        known.remember(SERVER, "AA:BB");
        known.forget(SERVER);

        assertThat(known.accepted(SERVER)).isEmpty();
    }
}
