// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.secrets;

import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The vault's rows in the database; everything secret in them is encrypted. */
final class VaultTables {

    private VaultTables() {}

    static Optional<KeyLock> lock(Transaction transaction) throws SQLException {
        return transaction.first(
                "select version, salt, rounds, sealed_key from vault",
                row -> new KeyLock(number(row.getLong(1)), row.getBytes(2), number(row.getLong(3)), row.getBytes(4)));
    }

    static void replaceLock(Transaction transaction, KeyLock lock) throws SQLException {
        transaction.update(
                "insert or replace into vault (id, version, salt, rounds, sealed_key) values (1, ?, ?, ?, ?)",
                lock.version(),
                lock.salt(),
                lock.rounds(),
                lock.key());
    }

    /** One too large for any purpose stays that. */
    private static int number(long value) {
        return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static Optional<byte[]> find(Transaction transaction, Login login) throws SQLException {
        Server server = login.server();
        return transaction.first(
                "select sealed from password where host = ? and port = ? and security = ? and user = ?",
                row -> row.getBytes(1),
                server.host(),
                server.port(),
                server.security().name(),
                login.user());
    }

    static void put(Transaction transaction, Login login, byte[] sealed) throws SQLException {
        Server server = login.server();
        transaction.update(
                "insert or replace into password (host, port, security, user, sealed) values (?, ?, ?, ?, ?)",
                server.host(),
                server.port(),
                server.security().name(),
                login.user(),
                sealed);
    }

    static void removeAll(Transaction transaction) throws SQLException {
        transaction.update("delete from password");
    }

    static boolean remove(Transaction transaction, Login login) throws SQLException {
        Server server = login.server();
        return transaction.update(
                        "delete from password where host = ? and port = ? and security = ? and user = ?",
                        server.host(),
                        server.port(),
                        server.security().name(),
                        login.user())
                > 0;
    }

    static List<Login> logins(Transaction transaction) throws SQLException {
        return transaction.readable(
                "select host, port, security, user from password order by host, port, security, user",
                VaultTables::login);
    }

    private static Login login(ResultSet row) throws SQLException {
        Server server = new Server(row.getString(1), row.getInt(2), Security.valueOf(row.getString(3)));
        return new Login(server, row.getString(4));
    }
}
