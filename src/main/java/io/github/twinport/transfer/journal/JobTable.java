// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.TransferType;
import io.github.twinport.store.Transaction;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.JournalJob;
import io.github.twinport.transfer.KnownConnection;
import io.github.twinport.transfer.Priority;
import io.github.twinport.transfer.rules.TransferRules;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The table of what users asked for and of who does it. Inside transactions of the journal. */
final class JobTable {

    /** The owner of what nobody does just now. */
    static final long NOBODY = 0;

    private static final String COLUMNS =
            "id, place, host, port, security, user, data_mode, charset, direction, local, remote, type, rules, priority, seed";
    private static final String PUT = """
            insert into transfer_job (owner, command, added_at, %s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set place = excluded.place, priority = excluded.priority
            """.formatted(COLUMNS);

    private JobTable() {}

    static void put(Transaction transaction, Owner owner, long now, List<JournalJob> jobs) throws SQLException {
        transaction.updateAll(
                PUT, jobs.stream().map(job -> values(owner, now, job)).toList());
    }

    static void remove(Transaction transaction, long job) throws SQLException {
        TransferTable.remove(transaction, job);
        transaction.update("delete from transfer_job where id = ?", job);
    }

    /** The jobs for which a condition holds, in their order; those that make no sense are left alone. */
    static List<JournalJob> jobs(Transaction transaction, String condition, Object... arguments) throws SQLException {
        return transaction.readable(
                "select " + COLUMNS + " from transfer_job where " + condition + " order by place, id",
                JobTable::read,
                arguments);
    }

    private static List<Object> values(Owner owner, long now, JournalJob job) {
        KnownConnection connection = job.connection();
        Server server = connection.server();
        return List.of(
                owner.instance(),
                owner.command() ? 1 : 0,
                now,
                job.id(),
                job.place(),
                server.host(),
                server.port(),
                server.security().name(),
                connection.user(),
                connection.dataMode().name(),
                connection.charset().name(),
                job.direction().name(),
                NameCode.encode(job.local().toAbsolutePath().toString()),
                NameCode.encode(job.remote()),
                job.type().name(),
                job.rules().text(),
                job.priority().name(),
                job.seed());
    }

    private static JournalJob read(ResultSet row) throws SQLException {
        String user = row.getString("user");
        Path local = Path.of(NameCode.decode(row.getString("local")));
        if (!local.isAbsolute() || user.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("no place on this computer, or nobody’s name");
        }
        Server server =
                new Server(row.getString("host"), row.getInt("port"), Security.valueOf(row.getString("security")));
        return new JournalJob(
                row.getLong("id"),
                row.getLong("place"),
                new KnownConnection(
                        server, user, DataMode.valueOf(row.getString("data_mode")), charset(row.getString("charset"))),
                Direction.valueOf(row.getString("direction")),
                local,
                NameCode.decodePath(row.getString("remote")),
                TransferType.valueOf(row.getString("type")),
                TransferRules.of(row.getString("rules")),
                Priority.valueOf(row.getString("priority")),
                row.getString("seed"));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
