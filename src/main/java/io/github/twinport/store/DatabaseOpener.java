// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Opens the database file: takes aside one that is damaged, refuses one that is newer, brings an older one up to date.
 * Instances that start at the same time do this one after the other, held by a lock file.
 */
final class DatabaseOpener {

    /** The name of the file in its folder. */
    static final String FILE = "twinport.db";

    private static final String LOCK = "twinport.lock";

    /** How long an instance waits for another one's transaction before it gives up, in milliseconds. */
    private static final int BUSY_MILLIS = 5000;

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final DateTimeFormatter ASIDE = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** File locks hold between processes only; this one stands between the threads of this process. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private final Path folder;
    private final Path file;
    private final List<List<String>> steps;

    DatabaseOpener(Path folder, List<List<String>> steps) {
        this.folder = folder;
        this.file = folder.resolve(FILE);
        this.steps = steps;
    }

    Database open() throws StoreException {
        IN_THIS_PROCESS.lock();
        try {
            makeFolder();
            OwnerOnly.restrictAll(folder, FILE);
            Path lockFile = folder.resolve(LOCK);
            OwnerOnly.create(lockFile);
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                return lock.isValid() ? openLocked() : unavailable(null);
            }
        } catch (StoreException e) {
            throw e;
        } catch (IOException e) {
            return unavailable(e);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    /** Another instance may make the folder at the same moment, which is as good. */
    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null) {
            return;
        }
        Files.createDirectories(parent);
        Files.createDirectories(
                folder,
                Files.getFileStore(parent).supportsFileAttributeView("posix")
                        ? new FileAttribute<?>[] {OWNER_ONLY}
                        : new FileAttribute<?>[0]);
    }

    private Database openLocked() throws IOException {
        // SQLite gives its further files the permissions of this one.
        OwnerOnly.create(file);
        try {
            return connect(null);
        } catch (SQLException e) {
            if (!isDamage(e)) {
                return unavailable(e);
            }
        }
        Path aside = putAside();
        System.getLogger(Database.class.getName())
                .log(System.Logger.Level.WARNING, "the database was damaged and is kept as {0}", aside);
        OwnerOnly.create(file);
        try {
            return connect(aside);
        } catch (SQLException e) {
            return unavailable(e);
        }
    }

    private Database connect(@Nullable Path damaged) throws SQLException, StoreException {
        Connection writer = connection();
        try {
            check(writer);
            return new Database(file, writer, connection(), damaged);
        } catch (SQLException | StoreException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private Connection connection() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        return JDBC.createConnection(JDBC.PREFIX + file, config.toProperties());
    }

    private void check(Connection writer) throws SQLException, StoreException {
        int found = Database.inTransaction(writer, "begin", Schema::version);
        if (found > steps.size()) {
            throw new StoreException.NewerVersion(file, found, steps.size());
        }
        if (found < 0) {
            throw new SQLiteException("schema version " + found, SQLiteErrorCode.SQLITE_CORRUPT);
        }
        String verdict = new Transaction(writer)
                .first("pragma quick_check(1)", row -> row.getString(1))
                .orElse("");
        if (!verdict.equals("ok")) {
            throw new SQLiteException(verdict, SQLiteErrorCode.SQLITE_CORRUPT);
        }
        if (found < steps.size()) {
            Database.inTransaction(writer, "begin immediate", transaction -> {
                Schema.migrate(transaction, steps);
                return null;
            });
        }
    }

    private static boolean isDamage(SQLException e) {
        int code = e instanceof SQLiteException s ? s.getResultCode().code & 0xFF : 0;
        return code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code;
    }

    /** Moves the file and what belongs to it, so that nothing of it is lost or read again. */
    private Path putAside() throws IOException {
        String mark = ".damaged-" + LocalDateTime.now(ZoneId.systemDefault()).format(ASIDE);
        Path aside = folder.resolve(file.getFileName() + mark);
        for (int attempt = 2; Files.exists(aside); attempt++) {
            aside = folder.resolve(file.getFileName() + mark + "-" + attempt);
        }
        Files.move(file, aside);
        for (String part : List.of("-wal", "-shm")) {
            Path beside = folder.resolve(file.getFileName() + part);
            if (Files.exists(beside)) {
                Files.move(beside, folder.resolve(aside.getFileName() + part));
            }
        }
        return aside;
    }

    private Database unavailable(@Nullable Exception cause) throws StoreException.Unavailable {
        throw new StoreException.Unavailable("cannot open " + file + (cause == null ? "" : ": " + cause), cause);
    }
}
