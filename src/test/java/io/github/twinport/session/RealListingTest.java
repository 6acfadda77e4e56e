// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.client.ServerProfiles;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TestCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder with everything that folders may hold, as real servers list it, compared with what is on the disk. */
class RealListingTest {

    @ParameterizedTest
    @CsvSource({
        "VSFTPD, false",
        "PROFTPD, false",
        "PROFTPD, true",
        "PUREFTPD, false",
        "PUREFTPD, true",
        "PYFTPD, false",
        "PYFTPD, true",
        "INETUTILS, false"
    })
    void tellsWhatIsOnTheDisk(ServerKind kind, boolean mlsd) throws IOException {
        RealServer.assume(kind);
        try (var server = RealServer.start(kind, RealServer.Options.of(Security.PLAIN))) {
            ListedFolder folder = ListedFolder.make(server.root().resolve("sample"));
            server.adopt();
            compare(folder, new Server(server.host(), server.port(), Security.PLAIN), mlsd, folder.names());
        }
    }

    /** It leaves names that begin with a dot out of MLSD, and shows times of LIST in the zone of this JVM. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsWhatApacheFtpServerHasOnTheDisk(boolean mlsd, @TempDir Path root) throws IOException {
        Assumptions.assumeTrue(mlsd || TimeZone.getDefault().getOffset(0) == 0, "the zone of this JVM is not UTC");
        ListedFolder folder = ListedFolder.make(root.resolve("sample"));
        Set<String> names = new TreeSet<>(folder.names());
        if (mlsd) {
            names.removeIf(name -> name.startsWith("."));
        }
        try (var server = ApacheServer.start(root)) {
            compare(folder, new Server(server.host(), server.port(), Security.PLAIN), mlsd, names);
        }
    }

    private static void compare(ListedFolder folder, Server server, boolean mlsd, Set<String> names)
            throws IOException {
        try (Session session = new Session(settings(server, mlsd))) {
            RemotePath path = RemotePath.of("/sample");
            Listing listing =
                    session.submit(client -> client.list(path, batch -> {})).join();
            assertThat(listing.unparsed()).isEmpty();
            assertThat(listing.entries()).extracting(Entry::name).containsExactlyInAnyOrderElementsOf(names);
            for (Entry entry : listing.entries()) {
                assertThat(folder.kinds(entry.name())).as(entry::toString).contains(entry.kind());
                if (folder.isFile(entry.name())) {
                    assertThat(entry.size()).as(entry::toString).isEqualTo(folder.size(entry.name()));
                    compareTimes(entry, folder.modified(entry.name()));
                }
            }
            RemotePath empty = path.child("empty folder");
            Listing nothing =
                    session.submit(client -> client.list(empty, batch -> {})).join();
            assertThat(nothing.entries()).isEmpty();
            assertThat(nothing.unparsed()).isEmpty();
        }
    }

    private static void compareTimes(Entry entry, Instant onDisk) {
        Timestamp modified = entry.modified();
        assertThat(modified).as(entry::toString).isNotNull();
        Duration step = switch (modified.precision()) {
            case DAY -> Duration.ofDays(1);
            case MINUTE -> Duration.ofMinutes(1);
            case SECOND -> Duration.ofSeconds(1);
            case FRACTION -> Duration.ofMillis(1);
        };
        Duration past = Duration.between(modified.instant(), onDisk);
        assertThat(past).as(entry + " is from " + onDisk).isBetween(Duration.ZERO, step.minusNanos(1));
    }

    /** A server that is known not to take MLSD is asked for LIST. */
    private static ConnectionSettings settings(Server server, boolean mlsd) {
        ServerProfiles profiles = new ServerProfiles() {
            @Override
            public ServerProfile find(Server which, String user) {
                return new ServerProfile(null, false, false, !mlsd, false);
            }

            @Override
            public void learnt(Server which, String user, ServerProfile profile) {
                // Nothing is to be remembered.
            }
        };
        return new ConnectionSettings(
                        server,
                        new Credentials(RealServer.USER, RealServer.PASSWORD),
                        new TlsSettings(
                                TestCertificates.get().trustManager(),
                                TrustDecider.STRICT,
                                TlsSettings.MODERN_VERSIONS),
                        line -> {})
                .withOptions(ConnectionOptions.NONE.withProfiles(profiles));
    }
}
