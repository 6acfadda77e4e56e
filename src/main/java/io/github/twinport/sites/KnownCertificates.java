// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import io.github.twinport.ftp.Server;
import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that the user has accepted for good although they cannot be verified: one fingerprint for each host
 * and port, so that a changed certificate is noticed. Blocks on the disk; any thread but the JavaFX one.
 */
public final class KnownCertificates {

    private final Database database;
    private final Clock clock;

    /** The accepted certificates of a database; the clock tells when one was accepted. */
    public KnownCertificates(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What was accepted for a server.
     *
     * @param fingerprint the certificate's SHA-256 fingerprint
     * @param at when it was accepted
     */
    public record Accepted(String fingerprint, Instant at) {}

    /** What was accepted for a server. */
    public Optional<Accepted> accepted(Server server) throws StoreException {
        return database.read(transaction -> transaction.first(
                "select fingerprint, accepted_at from known_certificate where host = ? and port = ?",
                row -> new Accepted(row.getString(1), Instant.ofEpochMilli(row.getLong(2))),
                host(server),
                server.port()));
    }

    /** Accepts a fingerprint for a server from now on, in place of an earlier one. */
    public void remember(Server server, String fingerprint) throws StoreException {
        database.<@Nullable Void>write(transaction -> {
            transaction.update(
                    "insert or replace into known_certificate (host, port, fingerprint, accepted_at)"
                            + " values (?, ?, ?, ?)",
                    host(server),
                    server.port(),
                    fingerprint,
                    clock.millis());
            return null;
        });
    }

    /** Accepts nothing for a server any more. */
    public void forget(Server server) throws StoreException {
        database.<@Nullable Void>write(transaction -> {
            transaction.update(
                    "delete from known_certificate where host = ? and port = ?", host(server), server.port());
            return null;
        });
    }

    private static String host(Server server) {
        return server.host().toLowerCase(Locale.ROOT);
    }
}
