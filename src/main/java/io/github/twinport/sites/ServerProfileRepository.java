// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ServerProfile;
import io.github.twinport.ftp.client.ServerProfiles;
import io.github.twinport.ftp.data.DataMethod;
import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was learnt about servers in the database. Where the disk fails the servers are unknown, which costs attempts
 * only. Blocks on the disk; any thread but the JavaFX one.
 */
public final class ServerProfileRepository implements ServerProfiles {

    private static final System.Logger LOGGER = System.getLogger(ServerProfileRepository.class.getName());

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
                                    + " hidden_files_refused, pipelining, noop_in_transfers, list_offset_seconds"
                                    + " from server_profile"
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

    private void write(Server server, String user, ServerProfile profile) throws StoreException {
        DataMethod method = profile.dataMethod();
        ZoneOffset offset = profile.listOffset();
        database.<@Nullable Void>write(transaction -> {
            transaction.update(
                    "insert or replace into server_profile (host, port, user, data_method, extended_port_refused,"
                            + " without_tls13, mlsd_refused, hidden_files_refused, pipelining, noop_in_transfers,"
                            + " list_offset_seconds, learnt_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                offset(row));
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
