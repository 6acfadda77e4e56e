// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.client.ServerProfiles;
import io.github.twinport.ftp.client.UploadProfile;
import io.github.twinport.ftp.data.DataMethod;
import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was learnt about servers in the database. Where the disk fails the servers are unknown, which costs attempts
 * only. Blocks on the disk; any thread but the JavaFX one.
 */
public final class ServerProfileRepository implements ServerProfiles {

    private static final System.Logger LOGGER = System.getLogger(ServerProfileRepository.class.getName());

    private static final Duration UPLOADS_KEPT = Duration.ofDays(30);

    private final Database database;
    private final Clock clock;

    /** The profiles of a database; the clock tells when one was learnt. */
    public ServerProfileRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public ServerProfile find(Server server, String user) {
        try {
            return database.read(transaction -> transaction.first(
                            "select data_method, extended_port_refused, without_tls13, mlsd_refused,"
                                    + " hidden_files_refused, pipelining, noop_in_transfers, list_offset_seconds,"
                                    + " silent_start, empty_sizes from server_profile"
                                    + " where host = ? and port = ? and user = ?",
                            ServerProfileRepository::profile,
                            host(server),
                            server.port(),
                            user))
                    .orElse(ServerProfile.UNKNOWN);
        } catch (StoreException e) {
            LOGGER.log(System.Logger.Level.WARNING, "reading a server profile", e);
            return ServerProfile.UNKNOWN;
        }
    }

    @Override
    public void learnt(Server server, String user, ServerProfile profile) {
        try {
            write(server, user, profile);
        } catch (StoreException e) {
            LOGGER.log(System.Logger.Level.WARNING, "keeping a server profile", e);
        }
    }

    /** One more than was learnt for each day since: servers grow, too. */
    @Override
    public OptionalInt connectionLimit(Server server, String user) {
        try {
            return database.read(transaction -> transaction.first(
                            "select connection_limit, connection_limit_at from server_profile"
                                    + " where host = ? and port = ? and user = ? and connection_limit > 0",
                            row -> raised(row.getLong(1), row.getLong(2)),
                            host(server),
                            server.port(),
                            user))
                    .map(OptionalInt::of)
                    .orElse(OptionalInt.empty());
        } catch (StoreException e) {
            LOGGER.log(System.Logger.Level.WARNING, "reading a limit of connections", e);
            return OptionalInt.empty();
        }
    }

    @Override
    public void learntConnectionLimit(Server server, String user, int connections) {
        try {
            database.<@Nullable Void>write(transaction -> {
                transaction.update(
                        "insert into server_profile (host, port, user, data_method, extended_port_refused,"
                                + " without_tls13, mlsd_refused, hidden_files_refused, learnt_at, connection_limit,"
                                + " connection_limit_at) values (?, ?, ?, '', 0, 0, 0, 0, ?, ?, ?)"
                                + " on conflict (host, port, user) do update set"
                                + " connection_limit = excluded.connection_limit,"
                                + " connection_limit_at = excluded.connection_limit_at",
                        host(server),
                        server.port(),
                        user,
                        clock.millis(),
                        connections,
                        clock.millis());
                return null;
            });
        } catch (StoreException e) {
            LOGGER.log(System.Logger.Level.WARNING, "keeping a limit of connections", e);
        }
    }

    /** What was learnt long ago is learnt anew: servers are set up otherwise, and nobody would notice. */
    @Override
    public UploadProfile uploads(Server server, String user) {
        try {
            return database.read(transaction -> transaction.first(
                            "select uploads from server_profile where host = ? and port = ? and user = ?"
                                    + " and uploads is not null and uploads_at > ?",
                            row -> UploadProfile.of(row.getString(1)),
                            host(server),
                            server.port(),
                            user,
                            clock.millis() - UPLOADS_KEPT.toMillis()))
                    .orElse(UploadProfile.UNKNOWN);
        } catch (StoreException e) {
            LOGGER.log(System.Logger.Level.WARNING, "reading what uploads have learnt", e);
            return UploadProfile.UNKNOWN;
        }
    }

    @Override
    public void learntUploads(Server server, String user, UploadProfile profile) {
        try {
            database.<@Nullable Void>write(transaction -> {
                transaction.update(
                        "insert into server_profile (host, port, user, data_method, extended_port_refused,"
                                + " without_tls13, mlsd_refused, hidden_files_refused, learnt_at, uploads, uploads_at)"
                                + " values (?, ?, ?, '', 0, 0, 0, 0, ?, ?, ?)"
                                + " on conflict (host, port, user) do update set"
                                + " uploads = excluded.uploads, uploads_at = excluded.uploads_at",
                        host(server),
                        server.port(),
                        user,
                        clock.millis(),
                        profile.text(),
                        clock.millis());
                return null;
            });
        } catch (StoreException e) {
            LOGGER.log(System.Logger.Level.WARNING, "keeping what uploads have learnt", e);
        }
    }

    private int raised(long connections, long learntAt) {
        long days = Math.max(0, Duration.ofMillis(clock.millis() - learntAt).toDays());
        return (int) Math.min(Integer.MAX_VALUE, Math.min(connections, Integer.MAX_VALUE) + days);
    }

    private void write(Server server, String user, ServerProfile profile) throws StoreException {
        DataMethod method = profile.dataMethod();
        ZoneOffset offset = profile.listOffset();
        database.<@Nullable Void>write(transaction -> {
            transaction.update(
                    "insert into server_profile (host, port, user, data_method, extended_port_refused,"
                            + " without_tls13, mlsd_refused, hidden_files_refused, pipelining, noop_in_transfers,"
                            + " list_offset_seconds, silent_start, empty_sizes, learnt_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                            + " on conflict (host, port, user) do update set data_method = excluded.data_method,"
                            + " extended_port_refused = excluded.extended_port_refused,"
                            + " without_tls13 = excluded.without_tls13, mlsd_refused = excluded.mlsd_refused,"
                            + " hidden_files_refused = excluded.hidden_files_refused,"
                            + " pipelining = excluded.pipelining, noop_in_transfers = excluded.noop_in_transfers,"
                            + " list_offset_seconds = excluded.list_offset_seconds,"
                            + " silent_start = excluded.silent_start,"
                            + " empty_sizes = excluded.empty_sizes, learnt_at = excluded.learnt_at",
                    host(server),
                    server.port(),
                    user,
                    method == null ? "" : method.name(),
                    profile.extendedPortRefused(),
                    profile.withoutTls13(),
                    profile.mlsdRefused(),
                    profile.hiddenFilesRefused(),
                    profile.pipelining().name(),
                    profile.noopInTransfers().name(),
                    offset == null ? null : offset.getTotalSeconds(),
                    profile.silentStart().name(),
                    profile.emptySizes().name(),
                    clock.millis());
            return null;
        });
    }

    private static ServerProfile profile(ResultSet row) throws SQLException {
        return new ServerProfile(
                named(DataMethod.values(), row.getString(1)),
                row.getBoolean(2),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getBoolean(5),
                proof(row.getString(6)),
                proof(row.getString(7)),
                proof(row.getString(9)),
                offset(row),
                proof(row.getString(10)));
    }

    private static Proof proof(String name) {
        Proof known = named(Proof.values(), name);
        return known == null ? Proof.UNKNOWN : known;
    }

    private static @Nullable ZoneOffset offset(ResultSet row) throws SQLException {
        int seconds = row.getInt(8);
        boolean valid = !row.wasNull() && Math.abs(seconds) <= ZoneOffset.MAX.getTotalSeconds();
        return valid ? ZoneOffset.ofTotalSeconds(seconds) : null;
    }

    /** Another version of the program may have written a name that this one does not know. */
    private static <E extends Enum<E>> @Nullable E named(E[] values, String name) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }

    private static String host(Server server) {
        return server.host().toLowerCase(Locale.ROOT);
    }
}
