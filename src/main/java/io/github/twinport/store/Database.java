// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;

/**
 * The one database of the program: sites, known certificates, settings and whatever else outlives it. Several running
 * instances may share the file: SQLite in WAL mode keeps them apart, and each waits up to five seconds for another.
 *
 * <p>All methods block on the disk and may be called from any thread but the JavaFX one, virtual threads included.
 * Changes go one after the other through one connection; reading has a connection of its own, so that a long change
 * never holds up a read.
 */
public final class Database implements AutoCloseable {

    private final Path file;
    private final Connection writer;
    private final Connection reader;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private final @Nullable Path damaged;

    Database(Path file, Connection writer, Connection reader, @Nullable Path damaged) {
        this.file = file;
        this.writer = writer;
        this.reader = reader;
        this.damaged = damaged;
    }

    /**
     * Opens the database of a folder, made if it does not exist, and brings its tables up to date.
     *
     * @throws StoreException.NewerVersion when a later version of the program has written it
     * @throws StoreException.Unavailable when it cannot be opened or written
     */
    public static Database open(Path folder) throws StoreException {
        return new DatabaseOpener(folder, Schema.STEPS).open();
    }

    /** Whether a folder has a database. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(DatabaseOpener.FILE));
    }

    /** Loads all that {@link #open} needs, so that it need not be awaited then. What fails will fail there too. Any thread. */
    public static void loadDriver() {
        try {
            JDBC.createConnection(JDBC.PREFIX + ":memory:", new Properties()).close();
        } catch (SQLException e) {
            System.getLogger(Database.class.getName()).log(System.Logger.Level.DEBUG, "SQLite cannot be loaded", e);
        }
    }

    /** Where a damaged file was put that was found in this one's place, so that the user can be told. */
    public Optional<Path> damagedFile() {
        return Optional.ofNullable(damaged);
    }

    /**
     * Does work that changes something, as one transaction.
     *
     * @throws StoreException when it could not be done; nothing of it has happened then
     */
    public <T extends @Nullable Object> T write(Transaction.Work<T> work) throws StoreException {
        return run(writing, writer, "begin immediate", work);
    }

    /**
     * Does work that changes something, as one transaction that survives a power failure once this returns. What
     * {@link #write} does survives only the end of the program for sure.
     *
     * @throws StoreException when it could not be done; nothing of it has happened then
     */
    public <T extends @Nullable Object> T writeDurably(Transaction.Work<T> work) throws StoreException {
        writing.lock();
        try {
            pragma("synchronous = full");
            try {
                return run(writing, writer, "begin immediate", work);
            } finally {
                pragma("synchronous = normal");
            }
        } finally {
            writing.unlock();
        }
    }

    /**
     * Does work that removes or replaces secrets, durably and so that what was there before is overwritten in the file and
     * in its log as far as no other instance is reading. Nobody can promise that for the copies that a disk without moving
     * parts keeps by itself.
     *
     * @param whole whether all of the file is written anew, which removes what earlier changes have left in it
     * @throws StoreException when it could not be done; nothing of it has happened then
     */
    public <T extends @Nullable Object> T writeErasing(boolean whole, Transaction.Work<T> work) throws StoreException {
        writing.lock();
        try {
            pragma("secure_delete = on");
            try {
                T result = writeDurably(work);
                if (whole) {
                    tidy("vacuum");
                }
                tidy("pragma wal_checkpoint(truncate)");
                return result;
            } finally {
                pragma("secure_delete = off");
            }
        } finally {
            writing.unlock();
        }
    }

    /** What is left where another instance is reading goes with the next change of this kind. */
    private void tidy(String statement) {
        try {
            new Transaction(writer).run(statement);
        } catch (SQLException e) {
            System.getLogger(Database.class.getName()).log(System.Logger.Level.DEBUG, statement, e);
        }
    }

    private void pragma(String setting) throws StoreException {
        try {
            new Transaction(writer).run("pragma " + setting);
        } catch (SQLException e) {
            throw new StoreException.Unavailable(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Does work that only reads, on one consistent state of the database.
     *
     * @throws StoreException when it could not be read
     */
    public <T extends @Nullable Object> T read(Transaction.Work<T> work) throws StoreException {
        return run(reading, reader, "begin", work);
    }

    private <T extends @Nullable Object> T run(
            ReentrantLock lock, Connection connection, String begin, Transaction.Work<T> work) throws StoreException {
        lock.lock();
        try {
            return inTransaction(connection, begin, work);
        } catch (Transaction.NonsenseException e) {
            throw new StoreException.Nonsense(file + ": " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new StoreException.Unavailable(file + ": " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    static <T extends @Nullable Object> T inTransaction(Connection connection, String begin, Transaction.Work<T> work)
            throws SQLException {
        Transaction transaction = new Transaction(connection);
        transaction.update(begin);
        boolean complete = false;
        try {
            T result = work.run(transaction);
            transaction.update("commit");
            complete = true;
            return result;
        } finally {
            if (!complete) {
                rollBack(transaction);
            }
        }
    }

    /** After some failures (disk full) SQLite has rolled back by itself; the first failure is the one that counts. */
    private static void rollBack(Transaction transaction) {
        try {
            transaction.update("rollback");
        } catch (SQLException e) {
            System.getLogger(Database.class.getName()).log(System.Logger.Level.DEBUG, "rollback", e);
        }
    }

    /** Waits for what is running and closes the file. Later calls of other methods fail. */
    @Override
    public void close() {
        close(reading, reader);
        close(writing, writer);
    }

    private void close(ReentrantLock lock, Connection connection) {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            System.getLogger(Database.class.getName()).log(System.Logger.Level.WARNING, "cannot close " + file, e);
        } finally {
            lock.unlock();
        }
    }
}
