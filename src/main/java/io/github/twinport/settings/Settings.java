// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.settings;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.store.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What the user has set and what windows remember. Reading and setting work on memory, never block and may be called from
 * any thread; changes are written a moment later, many in one transaction, by a thread of its own.
 */
public final class Settings implements AutoCloseable {

    /** How long changes are gathered before they are written. */
    private static final Duration GATHERING = Duration.ofMillis(500);

    private final Database database;
    private final Duration gathering;
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final Map<String, String> unwritten = new ConcurrentHashMap<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("settings").factory());

    /**
     * Reads all settings of a database. Blocks on the disk.
     *
     * @throws StoreException when they cannot be read
     */
    public Settings(Database database) throws StoreException {
        this(database, GATHERING);
    }

    Settings(Database database, Duration gathering) throws StoreException {
        this.database = database;
        this.gathering = gathering;
        List<Map.Entry<String, String>> rows = database.read(transaction -> transaction.query(
                "select name, value from setting", row -> Map.entry(row.getString(1), row.getString(2))));
        rows.forEach(row -> values.put(row.getKey(), row.getValue()));
    }

    /** The value of a setting, or its fallback where none is kept or what is kept makes no sense. */
    public <T> T get(Setting<T> setting) {
        String text = values.get(setting.name());
        return text == null ? setting.fallback() : setting.valueOf(text);
    }

    /** Changes a setting. */
    public <T> void set(Setting<T> setting, T value) {
        String text = setting.write().apply(value);
        if (text.equals(values.put(setting.name(), text))) {
            return;
        }
        unwritten.put(setting.name(), text);
        if (scheduled.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(gathering.toMillis(), TimeUnit.MILLISECONDS, writer)
                    .execute(this::write);
        }
    }

    private void write() {
        scheduled.set(false);
        List<Map.Entry<String, String>> taken = new ArrayList<>();
        unwritten.forEach((name, text) -> {
            if (unwritten.remove(name, text)) {
                taken.add(Map.entry(name, text));
            }
        });
        try {
            database.<@Nullable Void>write(transaction -> store(transaction, taken));
        } catch (StoreException e) {
            taken.forEach(change -> unwritten.putIfAbsent(change.getKey(), change.getValue()));
            System.getLogger(Settings.class.getName())
                    .log(System.Logger.Level.WARNING, "settings could not be written, later changes try again", e);
        }
    }

    private static @Nullable Void store(Transaction transaction, List<Map.Entry<String, String>> changes)
            throws SQLException {
        transaction.updateAll(
                "insert or replace into setting (name, value) values (?, ?)",
                changes.stream()
                        .map(change -> List.of(change.getKey(), change.getValue()))
                        .toList());
        return null;
    }

    /** Writes what is not written yet, waits for it and ends the thread. To be called before the database is closed. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(1, TimeUnit.SECONDS)) {
                writer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!unwritten.isEmpty()) {
            write();
        }
    }
}
