// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be done inside one transaction of the {@link Database}. Lives only as long as the work that received it, on
 * that work's thread. Arguments fill the question marks of the SQL text in order.
 */
public final class Transaction {

    private final Connection connection;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /**
     * Runs a statement that changes rows or the schema.
     *
     * @return how many rows it changed
     */
    public int update(String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /** Runs a statement of which it does not matter whether it answers with rows. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Inserts one row.
     *
     * @return its row id
     */
    public long insert(String sql, @Nullable Object... arguments) throws SQLException {
        update(sql, arguments);
        return first("select last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
    }

    /** Runs one changing statement with many sets of arguments: the fast way to write thousands of rows. */
    public void updateAll(String sql, Iterable<? extends List<? extends @Nullable Object>> argumentSets)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<? extends @Nullable Object> arguments : argumentSets) {
                fill(statement, arguments.toArray());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Reads all rows of a query. */
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(value(rows, reader));
            }
            return result;
        }
    }

    /** Reads all rows of a query but those that make no sense, so that one of them does not hide all others. */
    public <T> List<T> readable(String sql, RowReader<T> reader, @Nullable Object... arguments) throws SQLException {
        return query(sql, row -> optional(row, reader), arguments).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static <T> Optional<T> optional(ResultSet row, RowReader<T> reader) throws SQLException {
        try {
            return Optional.of(value(row, reader));
        } catch (NonsenseException e) {
            System.getLogger(Transaction.class.getName())
                    .log(System.Logger.Level.WARNING, "a row of the database is left out", e);
            return Optional.empty();
        }
    }

    /** Whatever a reader stumbles over stands in the row: the readers themselves take any value that this program writes. */
    private static <T> T value(ResultSet row, RowReader<T> reader) throws SQLException {
        try {
            return reader.read(row);
        } catch (RuntimeException e) {
            throw new NonsenseException(e);
        }
    }

    /** A row holds what this program never writes. */
    static final class NonsenseException extends SQLException {

        private static final long serialVersionUID = 1L;

        private NonsenseException(RuntimeException cause) {
            super("a row makes no sense: " + cause.getMessage(), cause);
        }
    }

    /** Reads the first row of a query. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(value(rows, reader)) : Optional.empty();
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object[] arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            fill(statement, arguments);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void fill(PreparedStatement statement, @Nullable Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    /**
     * Makes a value of the row on which a result set stands.
     *
     * @param <T> the value's type
     */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Reads one row; must not move the result set. */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * Work that is done as a whole or not at all.
     *
     * @param <T> what it results in
     */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        /** Does the work; any exception undoes all of it. */
        T run(Transaction transaction) throws SQLException;
    }
}
