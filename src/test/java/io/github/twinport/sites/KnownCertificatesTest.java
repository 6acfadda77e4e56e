// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownCertificatesTest {

    private static final Server SERVER = new Server("ftp.example.org", 21, Security.EXPLICIT_TLS);

    @TempDir
    Path folder;

    private Database database;
    private KnownCertificates known;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder);
        known = new KnownCertificates(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void knowsOnlyWhatWasAcceptedForThisHostAndPort() throws IOException {
        assertThat(known.isKnown(SERVER, "AA:BB")).isFalse();
        known.remember(SERVER, "AA:BB");

        assertThat(known.isKnown(SERVER, "AA:BB")).isTrue();
        assertThat(known.isKnown(SERVER, "AA:CC")).isFalse();
        assertThat(known.isKnown(new Server("ftp.example.org", 990, Security.IMPLICIT_TLS), "AA:BB"))
                .isFalse();
        assertThat(known.isKnown(new Server("example.org", 21, Security.EXPLICIT_TLS), "AA:BB"))
                .isFalse();
    }

    @Test
    void takesHostNamesRegardlessOfCase() throws IOException {
        known.remember(SERVER, "AA:BB");

        assertThat(known.isKnown(new Server("FTP.Example.ORG", 21, Security.EXPLICIT_TLS), "AA:BB"))
                .isTrue();
    }

    @Test
    void replacesTheFingerprintOfAServer() throws IOException {
        known.remember(SERVER, "AA:BB");
        known.remember(SERVER, "AA:CC");

        assertThat(known.fingerprint(SERVER)).contains("AA:CC");
        assertThat(known.isKnown(SERVER, "AA:BB")).isFalse();
    }

    @Test
    void forgets() throws IOException {
        known.remember(SERVER, "AA:BB");
        known.forget(SERVER);

        assertThat(known.fingerprint(SERVER)).isEmpty();
    }
}
