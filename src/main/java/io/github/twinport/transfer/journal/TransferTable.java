// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.UnixPermissions;
import io.github.twinport.store.Transaction;
import io.github.twinport.transfer.History;
import io.github.twinport.transfer.JournalBulk;
import io.github.twinport.transfer.JournalRow;
import io.github.twinport.transfer.KnownTarget;
import io.github.twinport.transfer.Partial;
import io.github.twinport.transfer.Source;
import io.github.twinport.transfer.Status;
import io.github.twinport.transfer.rules.Decision;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of rows. Inside transactions of the journal. */
final class TransferTable {

    /**
     * Everything below a row that is named by a question mark, the row itself included, as far as it can hold rows. Ids
     * grow downwards, so that rows which name each other as their parents are no endless tree.
     */
    static final String BELOW = """
            with recursive below (id) as (
                values (?)
                union all
                select transfer.id from transfer join below on transfer.parent = below.id
                where transfer.folder = 1 and transfer.id > below.id)
            """;

    /** No name that a disk or a server takes is longer, and no explanation. */
    private static final int LONGEST_NAME = 100_000;

    private static final int LONGEST_TEXT = 10_000;

    private static final String COLUMNS = "id, parent, folder, status, remote_name, local_name, kind, size, modified, "
            + "modified_precision, target_free, moved, rule, partial_size, partial_modified, partial_precision, "
            + "partial_complete, what, advice, permissions, attempts, first_what, "
            + "partial_name, aside_name";
    private static final String PUT = """
            insert into transfer (%s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set
                status = excluded.status, remote_name = excluded.remote_name, local_name = excluded.local_name,
                size = excluded.size, modified = excluded.modified, modified_precision = excluded.modified_precision,
                target_free = excluded.target_free, moved = excluded.moved, rule = excluded.rule,
                partial_size = excluded.partial_size, partial_modified = excluded.partial_modified,
                partial_precision = excluded.partial_precision, partial_complete = excluded.partial_complete,
                what = excluded.what, advice = excluded.advice, attempts = excluded.attempts,
                first_what = excluded.first_what, partial_name = excluded.partial_name,
                aside_name = excluded.aside_name
            """.formatted(COLUMNS);

    private TransferTable() {}

    /** Writes rows as they stand now. */
    static void put(Transaction transaction, List<JournalRow> rows) throws SQLException {
        transaction.updateAll(PUT, rows.stream().map(TransferTable::values).toList());
    }

    /** Changes files of a folder. */
    static void change(Transaction transaction, JournalBulk bulk) throws SQLException {
        String from = bulk.from().stream()
                .map(status -> Integer.toString(status.code()))
                .collect(Collectors.joining(", "));
        String change =
                "update transfer set status = ?, what = null, advice = null where parent = ? and folder = 0 and status in ("
                        + from + ")";
        if (bulk.only().isEmpty()) {
            transaction.update(change, bulk.to().code(), bulk.parent());
        } else {
            transaction.updateAll(
                    change + " and id = ?",
                    bulk.only().stream()
                            .map(id -> Arrays.<@Nullable Object>asList(bulk.to().code(), bulk.parent(), id))
                            .toList());
        }
    }

    /** Removes a row with all below. */
    static void remove(Transaction transaction, long row) throws SQLException {
        transaction.update(BELOW + "delete from transfer where parent in (select id from below)", row);
        transaction.update("delete from transfer where id = ?", row);
    }

    /** Removes single files. */
    static void forget(Transaction transaction, List<Long> files) throws SQLException {
        transaction.updateAll(
                "delete from transfer where id = ?",
                files.stream().map(List::of).toList());
    }

    /** The rows for which a condition holds, by id. */
    static List<JournalRow> rows(Transaction transaction, String condition, Object... arguments) throws SQLException {
        return transaction.query(
                "select " + COLUMNS + " from transfer where " + condition, TransferTable::read, arguments);
    }

    private static List<@Nullable Object> values(JournalRow row) {
        Partial partial = row.partial();
        Decision rule = row.rule();
        return Arrays.asList(
                row.id(),
                row.parent(),
                row.folder() ? 1 : 0,
                row.status().code(),
                NameCode.encode(row.remoteName()),
                row.localName().equals(row.remoteName()) ? null : NameCode.encode(row.localName()),
                row.source().kind().name(),
                row.source().size(),
                TimeCode.nanos(row.source().modified()),
                TimeCode.precision(row.source().modified()),
                row.target().code(),
                row.moved(),
                rule == null ? null : rule.name(),
                partial == null ? null : partial.size(),
                partial == null ? null : TimeCode.nanos(partial.modified()),
                partial == null ? null : TimeCode.precision(partial.modified()),
                partial == null ? null : partial.complete() ? 1 : 0,
                row.what().isEmpty() ? null : row.what(),
                row.advice().isEmpty() ? null : row.advice(),
                row.source().permissions(),
                row.history().attempts(),
                row.history().first().isEmpty() ? null : row.history().first(),
                partial == null || partial.name().isEmpty() ? null : NameCode.encode(partial.name()),
                partial == null || partial.aside().isEmpty() ? null : NameCode.encode(partial.aside()));
    }

    /** Reads a row of any content: numbers that cannot be are unknown, names that cannot be make a {@link DamagedRow}. */
    static JournalRow read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long parent = row.getLong("parent");
        boolean folder = row.getInt("folder") != 0;
        String remoteName = name(row.getString("remote_name"));
        String localName = row.getString("local_name") == null ? remoteName : name(row.getString("local_name"));
        // What the user asked for has its paths in the job; those of all others are made of their names.
        if (parent != 0 && !(EntryName.isPlain(remoteName) && isLocalName(localName))) {
            return DamagedRow.of(id, parent, folder);
        }
        return new JournalRow(
                id,
                parent,
                folder,
                remoteName,
                localName,
                new Source(
                        kind(row.getString("kind"), folder),
                        Math.max(Entry.UNKNOWN_SIZE, row.getLong("size")),
                        TimeCode.read(row, "modified", "modified_precision"),
                        Math.max(UnixPermissions.UNKNOWN, row.getInt("permissions"))),
                KnownTarget.of(row.getInt("target_free")),
                Status.of(row.getInt("status")).orElse(Status.FAILED),
                Math.max(0, row.getLong("moved")),
                rule(row.getString("rule")),
                partial(row),
                text(row.getString("what")),
                text(row.getString("advice")),
                new History(Math.max(0, row.getInt("attempts")), text(row.getString("first_what"))));
    }

    private static EntryKind kind(String name, boolean folder) {
        return Arrays.stream(EntryKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(folder ? EntryKind.FOLDER : EntryKind.FILE);
    }

    /** An empty one where it cannot be read. */
    private static String name(String kept) {
        try {
            return kept.length() > LONGEST_NAME ? "" : NameCode.decode(kept);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean isLocalName(String name) {
        try {
            Path path = Path.of(name);
            return EntryName.isPlain(name)
                    && path.getRoot() == null
                    && path.getNameCount() == 1
                    && path.equals(path.getFileName());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** A rule that this version does not know is asked for again. */
    private static @Nullable Decision rule(@Nullable String name) {
        return Arrays.stream(Decision.values())
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** A name that could lead into another folder is nobody's temporary file. */
    private static @Nullable Partial partial(ResultSet row) throws SQLException {
        long size = row.getLong("partial_size");
        boolean none = row.wasNull();
        @Nullable String keptName = row.getString("partial_name");
        @Nullable String keptAside = row.getString("aside_name");
        String name = keptName == null ? "" : name(keptName);
        String aside = keptAside == null ? "" : name(keptAside);
        boolean unread = (keptName != null && name.isEmpty()) || (keptAside != null && aside.isEmpty());
        if (none || unread || size < Entry.UNKNOWN_SIZE || !isName(name) || !isName(aside)) {
            return null;
        }
        return new Partial(
                name,
                aside,
                size,
                TimeCode.read(row, "partial_modified", "partial_precision"),
                row.getInt("partial_complete") != 0);
    }

    private static boolean isName(String name) {
        return name.isEmpty() || EntryName.isPlain(name);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.substring(0, Math.min(value.length(), LONGEST_TEXT));
    }
}
