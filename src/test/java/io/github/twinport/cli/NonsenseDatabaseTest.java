// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import io.github.twinport.sites.SiteRepository;
import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.support.Conversation;
import io.github.twinport.support.Responder;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.transfer.EntryFilter;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.transfer.ParallelTransferQueue;
import io.github.twinport.transfer.journal.SqliteJournal;
import io.github.twinport.transfer.rules.ExistingRule;
import io.github.twinport.transfer.rules.TransferRules;
import io.github.twinport.transfer.rules.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the database, commands neither hang, nor show a stack trace, nor write outside of their target. */
class NonsenseDatabaseTest {

    private static final List<Object> NUMBERS = List.of(-1L, 99L, Long.MAX_VALUE);
    private static final List<Object> TEXTS =
            List.of("", "../../evil", "\\zz", "a\r\nDELE b\0", "{\"a\":", "x".repeat(200_000));
    private static final List<Object> BYTES = List.of(new byte[0], new byte[1], new byte[100_000]);

    @TempDir
    Path folder;

    private Path profile;
    private Path target;
    private Shell shell;

    @BeforeEach
    void open() throws IOException {
        profile = folder.resolve("profile");
        target = Files.createDirectories(folder.resolve("inner/most/target"));
        shell = new Shell(profile);
        shell.environment.put("TWINPORT_PASSWORD", "secret");
        shell.environment.put("TWINPORT_MASTER_PASSWORD", "a master password");
    }

    @Test
    @Timeout(300)
    void anyValueInAnyColumn() throws IOException {
        try (var server = ScriptedServer.startForEach(files())) {
            fill(server);
            byte[] sound = Files.readAllBytes(profile.resolve("twinport.db"));
            int tried = 0;
            for (Column column : columns()) {
                for (Object value : column.values()) {
                    for (String file : List.of("twinport.db-wal", "twinport.db-shm")) {
                        Files.deleteIfExists(profile.resolve(file));
                    }
                    Files.write(profile.resolve("twinport.db"), sound);
                    if (isSet(column, value)) {
                        tried++;
                        run(column + " = " + shown(value), lines(column.table, server));
                    }
                }
            }
            assertThat(tried).isGreaterThan(200);
        }
    }

    @Test
    void rowsThatAreTheirOwnParentsAreNoEndlessTree() throws IOException {
        try (var server = ScriptedServer.startForEach(files())) {
            fill(server);
            try (Database database = Database.open(profile)) {
                database.write(transaction -> {
                    transaction.update("update transfer set parent = id, folder = 1");
                    return transaction.update(
                            "insert into transfer (id, parent, folder, status, remote_name, kind, size, target_free, moved)"
                                    + " select id + 1000, id + 1000, 1, 0, 'x', 'FOLDER', -1, 0, 0 from transfer limit 1");
                });
            }
            run("cycles", lines("transfer", server));
        }
    }

    @Test
    void aSiteThatCannotBeReadIsNamedAndTheOthersWork() throws IOException {
        try (var server = ScriptedServer.startForEach(files())) {
            fill(server);
            try (Database database = Database.open(profile)) {
                database.write(
                        transaction -> transaction.update(
                                "insert into site (name, folder, host, port, security, user, anonymous, data_mode, charset,"
                                        + " local_folder, remote_folder) values ('odd', '', 'h', 0, 'NONE', '', 1, '', '', '', '')"));
            }
            assertThat(shell.run("ls", "site:odd")).isEqualTo(2);
            assertThat(shell.err()).contains("“odd” makes no sense").hasLineCount(1);
            assertThat(shell.run("ls", "site:home")).isZero();
        }
    }

    /** What looks at a table; opening the vault takes its time. */
    private List<List<String>> lines(String table, ScriptedServer server) {
        return switch (table) {
            case "vault" -> List.of(List.of("password", "list"), List.of("password", "set", "ftp://ada@h/"));
            case "password" -> List.of(List.of("password", "list"));
            case "site", "setting", "known_certificate" -> List.of(List.of("ls", "site:home"));
            default -> List.of(List.of("get", url(server), target.toString()));
        };
    }

    private void run(String change, List<List<String>> lines) throws IOException {
        for (List<String> line : lines) {
            int exit = shell.run(line.toArray());
            assertThat(exit).as(change).isBetween(0, 4);
            assertThat(shell.all()).as(change).doesNotContain("\tat ", "Exception");
            assertThat(exit == 0 || shell.err().startsWith("twinport: "))
                    .as(change + ": " + shell.err())
                    .isTrue();
        }
        openWindow(change);
        assertThat(outside()).as(change).containsExactly("inner", "inner/most", "inner/most/target", "profile");
    }

    /** What stands beside the target. */
    private Set<String> outside() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> !path.startsWith(profile) || path.equals(profile))
                    .filter(path -> !path.startsWith(target) || path.equals(target))
                    .filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private void fill(ScriptedServer server) throws IOException {
        assertThat(shell.run("get", url(server), target)).isEqualTo(1);
        assertThat(shell.run("password", "set", "ftp://ada@h/")).isZero();
        assertThat(shell.run("password", "set", url(server))).isZero();
        try (Database database = Database.open(profile)) {
            new SiteRepository(database)
                    .save(new Site(
                            Site.UNSAVED,
                            "home",
                            "",
                            new Server(server.host(), server.port(), Security.PLAIN),
                            "ada",
                            false,
                            DataMode.AUTOMATIC,
                            "UTF-8",
                            "",
                            "/d"));
            String rules = TransferRules.DEFAULT
                    .withExisting(ExistingRule.CHANGED)
                    .withVerification(Verification.OFF)
                    .text();
            int rows = database.write(transaction -> {
                for (int command = 0; command <= 1; command++) {
                    long id = (1L << 40) + command * 100L;
                    transaction.update(
                            "insert into transfer_job (id, owner, command, choice, added_at, place, host, port, security,"
                                    + " user, data_mode, charset, direction, local, remote, type, rules)"
                                    + " values (?, 0, ?, '', ?, 1, ?, ?, 'PLAIN', 'ada', 'AUTOMATIC', 'UTF-8', 'DOWNLOAD',"
                                    + " ?, '/d', 'BINARY', ?)",
                            id,
                            command,
                            System.currentTimeMillis(),
                            server.host(),
                            server.port(),
                            target.resolve("d").toString(),
                            rules);
                    transaction.update(row(id, 0, 1, "'d'"));
                    transaction.update(row(id + 1, id, 1, "'sub'"));
                    transaction.update(row(id + 2, id, 0, "'a.txt'"));
                    transaction.update(row(id + 3, id + 1, 0, "'b.txt'"));
                }
                return transaction
                        .first("select count(*) from transfer", row -> row.getInt(1))
                        .orElse(0);
            });
            assertThat(rows).isEqualTo(8);
        }
    }

    private static String row(long id, long parent, int folder, String name) {
        return "insert into transfer (id, parent, folder, status, remote_name, local_name, kind, size, modified,"
                + " modified_precision, target_free, moved, rule, partial_size, partial_modified, partial_precision,"
                + " partial_complete, partial_name, what, advice, attempts, first_what) values (" + id + ", " + parent
                + ", " + folder + ", 0, " + name + ", " + name + ", 'FILE', 5, 1, 'SECOND', 0, 2, 'RESUME', 2, 1,"
                + " 'SECOND', 0, '.part', 'what', 'advice', 1, 'first')";
    }

    /** A window takes over what others have left, and shows it. */
    private void openWindow(String change) throws IOException {
        Explainer explainer = new Explainer(Messages.forLocale(Locale.ENGLISH));
        try (Database database = Database.open(profile);
                var queue =
                        new ParallelTransferQueue(1, explainer, EntryFilter.EVERYTHING, SqliteJournal.open(database))) {
            queue.start((connection, refusal) -> CompletableFuture.completedStage(Optional.empty()));
            queue.resumeAll();
        } catch (StoreException.Nonsense refused) {
            assertThat(refused).as(change).hasMessageContaining("makes no sense");
        }
    }

    private static Responder files() {
        Map<Conversation, String> current = new ConcurrentHashMap<>();
        return Responder.standard()
                .on("CWD", (s, path) -> {
                    current.put(s, path);
                    s.send(path.endsWith(".txt") ? "550 no folder" : "250 ok");
                })
                .on(
                        "MLSD",
                        (s, path) -> s.send("150 coming")
                                .data(d -> d.send("type=file;size=5;modify=20260102030405; a.txt\r\n"
                                        + "type=file;size=5;modify=20260102030405; b.txt\r\n"
                                        + ("/d/sub".equals(current.get(s)) ? "" : "type=dir; sub\r\n")))
                                .send("226 done"))
                .on("SIZE", "213 5")
                .on("RETR", (s, path) -> {
                    if (path.endsWith("b.txt")) {
                        s.send("550 not for you");
                    } else {
                        s.send("150 coming").data(d -> d.send("hello")).send("226 done");
                    }
                });
    }

    private static String url(ScriptedServer server) {
        return "ftp://ada@" + server.host() + ":" + server.port() + "/d";
    }

    private boolean isSet(Column column, Object value) throws IOException {
        try (Database database = Database.open(profile)) {
            return database.write(transaction ->
                            transaction.update("update " + column.table + " set " + column.name + " = ?", value))
                    > 0;
        } catch (StoreException refused) {
            // A key or a null that the table itself refuses.
            return false;
        }
    }

    private List<Column> columns() throws IOException {
        try (Database database = Database.open(profile)) {
            return database.read(transaction -> {
                List<Column> columns = new ArrayList<>();
                List<String> tables = transaction.query(
                        "select name from sqlite_master where type = 'table' and name not like 'sqlite%'",
                        row -> row.getString(1));
                for (String table : tables) {
                    columns.addAll(transaction.query(
                            "pragma table_info(" + table + ")",
                            row -> new Column(table, row.getString("name"), row.getString("type"))));
                }
                return columns;
            });
        }
    }

    private static String shown(Object value) {
        return Optional.of(String.valueOf(value))
                .map(text -> text.substring(0, Math.min(40, text.length())))
                .orElse("");
    }

    private record Column(String table, String name, String type) {

        List<Object> values() {
            return switch (type) {
                case "INTEGER" -> NUMBERS;
                case "BLOB" -> BYTES;
                default -> TEXTS;
            };
        }

        @Override
        public String toString() {
            return table + "." + name;
        }
    }
}
