// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    private static final List<List<String>> ONE_STEP =
            List.of(List.of("create table note (id integer primary key, text text not null) strict"));

    private static final List<List<String>> TWO_STEPS = List.of(
            ONE_STEP.getFirst(),
            List.of("alter table note add column done integer not null default 0", "update note set done = 1"));

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasWrittenForTheNextStart() throws IOException {
        try (Database database = open(ONE_STEP)) {
            add(database, "first");
        }
        try (Database database = open(ONE_STEP)) {
            assertThat(notes(database)).containsExactly("first");
            assertThat(database.damagedFile()).isEmpty();
        }
    }

    @Test
    void isOpenToItsUserOnly() throws IOException {
        Path inside = folder.resolve("deep/er");
        new DatabaseOpener(inside, ONE_STEP).open().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inside)))
                .isEqualTo("rwx------");
    }

    @Test
    void allItsFilesAreTheUsersOnlyInAFolderThatIsOpenToAll() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Database database = open(ONE_STEP)) {
            add(database, "first");
            assertThat(permissions())
                    .containsOnlyKeys("twinport.db", "twinport.db-wal", "twinport.db-shm", "twinport.lock")
                    .allSatisfy((name, permissions) -> assertThat(permissions).isEqualTo("rw-------"));
        }
    }

    @Test
    void filesThatWereOpenToOthersAreNoLongerSo() throws IOException {
        open(ONE_STEP).close();
        Files.write(folder.resolve("twinport.db.damaged-20260101-000000"), new byte[10]);
        Path foreign = Files.createFile(folder.resolve("other.db"));
        for (Path file : List.of(
                foreign,
                folder.resolve("twinport.db"),
                folder.resolve("twinport.lock"),
                folder.resolve("twinport.db.damaged-20260101-000000"))) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        try (Database database = open(ONE_STEP)) {
            add(database, "first");
            assertThat(permissions())
                    .hasSize(6)
                    .allSatisfy((name, permissions) ->
                            assertThat(permissions).isEqualTo(name.equals("other.db") ? "rw-r--r--" : "rw-------"));
        }
    }

    @Test
    void aDamagedFileThatWasSetAsideIsTheUsersOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("twinport.db"), "this is no database at all".repeat(100));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        try (Database database = open(ONE_STEP)) {
            assertThat(database.damagedFile()).isPresent();
            assertThat(permissions())
                    .allSatisfy((name, permissions) -> assertThat(permissions).isEqualTo("rw-------"));
        }
    }

    private Map<String, String> permissions() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                found.put(
                        file.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        return found;
    }

    @Test
    void worksInWalModeWithForeignKeysAndAWaitForOthers() throws IOException {
        try (Database database = Database.open(folder)) {
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(database, "busy_timeout")).isEqualTo("5000");
            assertThat(pragma(database, "synchronous")).isEqualTo("1");
        }
    }

    @Test
    void bringsAnOlderFileUpToDateAndKeepsItsRows() throws IOException {
        try (Database database = open(ONE_STEP)) {
            add(database, "old");
        }
        try (Database database = open(TWO_STEPS)) {
            assertThat(database.<List<Integer>>read(t -> t.query("select done from note", row -> row.getInt(1))))
                    .containsExactly(1);
        }
    }

    @Test
    void leavesAnOlderFileAsItWasWhenAStepFails() throws IOException {
        try (Database database = open(ONE_STEP)) {
            add(database, "old");
        }
        List<List<String>> broken = List.of(ONE_STEP.getFirst(), List.of("drop table note", "no such statement"));
        assertThatThrownBy(() -> open(broken)).isInstanceOf(StoreException.Unavailable.class);
        try (Database database = open(ONE_STEP)) {
            assertThat(notes(database)).containsExactly("old");
        }
    }

    @Test
    void refusesAFileOfALaterVersionAndLeavesItAlone() throws IOException {
        open(TWO_STEPS).close();

        assertThatThrownBy(() -> open(ONE_STEP)).isInstanceOfSatisfying(StoreException.NewerVersion.class, failure -> {
            assertThat(failure.found()).isEqualTo(2);
            assertThat(failure.known()).isEqualTo(1);
            assertThat(failure.file()).endsWith("twinport.db");
        });
        open(TWO_STEPS).close();
    }

    @Test
    void keepsAFileThatIsNoDatabaseAsideAndStartsAnew() throws IOException {
        Files.writeString(folder.resolve("twinport.db"), "this is no database, whatever its name says. ".repeat(50));
        try (Database database = open(ONE_STEP)) {
            assertThat(notes(database)).isEmpty();
            Path aside = database.damagedFile().orElseThrow();
            assertThat(aside.getFileName().toString()).startsWith("twinport.db.damaged-");
            assertThat(aside).content().startsWith("this is no database");
        }
    }

    @Test
    void keepsADatabaseWithBrokenPagesAside() throws IOException {
        try (Database database = open(ONE_STEP)) {
            for (int i = 0; i < 200; i++) {
                add(database, "line ".repeat(100));
            }
        }
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("twinport.db").toFile(), "rw")) {
            file.seek(4096);
            file.write(new byte[8192]);
        }
        try (Database database = open(ONE_STEP)) {
            assertThat(database.damagedFile()).isPresent();
            assertThat(notes(database)).isEmpty();
        }
    }

    @Test
    void reportsAFolderThatCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new DatabaseOpener(file.resolve("inside"), ONE_STEP).open())
                .isInstanceOf(StoreException.Unavailable.class);
    }

    @Test
    void undoesAllOfAWorkThatFails() throws IOException {
        try (Database database = open(ONE_STEP)) {
            assertThatThrownBy(() -> database.write(transaction -> {
                        transaction.update("insert into note (text) values (?)", "half");
                        throw new SQLException("on purpose");
                    }))
                    .isInstanceOf(StoreException.Unavailable.class);
            assertThat(notes(database)).isEmpty();
            add(database, "whole");
            assertThat(notes(database)).containsExactly("whole");
        }
    }

    @Test
    void givesTheIdOfAnInsertedRowAndWritesManyAtOnce() throws IOException {
        try (Database database = open(ONE_STEP)) {
            long id = database.write(t -> t.insert("insert into note (text) values (?)", "a"));
            assertThat(id).isEqualTo(1);
            database.<@Nullable Void>write(transaction -> {
                transaction.updateAll("insert into note (text) values (?)", List.of(List.of("b"), List.of("c")));
                return null;
            });
            assertThat(notes(database)).containsExactly("a", "b", "c");
        }
    }

    @Test
    void failsInATypedWayOnceClosed() throws IOException {
        Database database = open(ONE_STEP);
        database.close();
        database.close();

        assertThatThrownBy(() -> notes(database)).isInstanceOf(StoreException.Unavailable.class);
        assertThatThrownBy(() -> add(database, "late")).isInstanceOf(StoreException.Unavailable.class);
    }

    @Test
    void losesNothingWithManyVirtualThreadsOfTwoInstances() throws Exception {
        try (Database one = open(ONE_STEP);
                Database other = open(ONE_STEP);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                Database database = i % 2 == 0 ? one : other;
                String text = "note " + i;
                running.add(threads.submit(() -> {
                    add(database, text);
                    return notes(database).size();
                }));
            }
            for (Future<?> future : running) {
                future.get();
            }
            assertThat(notes(one)).hasSize(60).doesNotHaveDuplicates();
            assertThat(notes(other)).hasSize(60);
        }
    }

    @Test
    void setsADamagedFileAsideOnceWhenSeveralStartTogether() throws Exception {
        Files.writeString(folder.resolve("twinport.db"), "garbage ".repeat(600));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Database>> opening = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                opening.add(threads.submit(() -> open(ONE_STEP)));
            }
            int reported = 0;
            for (Future<Database> future : opening) {
                try (Database database = future.get()) {
                    reported += database.damagedFile().isPresent() ? 1 : 0;
                }
            }
            assertThat(reported).isEqualTo(1);
        }
    }

    private Database open(List<List<String>> steps) throws StoreException {
        return new DatabaseOpener(folder, steps).open();
    }

    private static void add(Database database, String text) throws StoreException {
        database.write(t -> t.update("insert into note (text) values (?)", text));
    }

    private static List<String> notes(Database database) throws StoreException {
        return database.read(t -> t.query("select text from note order by id", row -> row.getString(1)));
    }

    private static String pragma(Database database, String name) throws StoreException {
        return database.read(
                t -> t.first("pragma " + name, row -> row.getString(1)).orElseThrow());
    }
}
