// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.store.Transaction;
import io.github.twinport.transfer.JournalJob;
import io.github.twinport.transfer.JournalJobs;
import io.github.twinport.transfer.JournalRow;
import io.github.twinport.transfer.Leftover;
import io.github.twinport.transfer.Status;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes over the work of ended instances, each job by exactly one instance. A job of which nothing is left to do is
 * removed instead. Blocks on the disk.
 */
final class Adoption {

    /** More failed files are counted, but not read. */
    private static final int MOST_FAILED = 2_000;

    private static final long OLD_MILLIS = Duration.ofDays(30).toMillis();

    /** All jobs of an owner and the folders inside them. */
    private static final String OWNED = """
            with recursive owned (id) as (
                select id from transfer_job where owner = ?
                union all
                select transfer.id from transfer join owned on transfer.parent = owned.id
                where transfer.folder = 1 and transfer.id > owned.id)
            """;

    private static final String TO_READ = """
            id in (select id from taken)
            or (parent in (select id from taken) and (folder = 1 or partial_size is not null))
            or id in (select id from transfer where parent in (select id from taken) and status = ? limit ?)
            order by id
            """;

    private final Database database;
    private final Instances instances;

    /** What was taken and under which number of the instance. */
    record Taken(long instance, JournalJobs jobs) {}

    /** What commands were asked for, and the files that they had begun. */
    record Begun(List<JournalJob> jobs, List<Leftover> files) {
        static final Begun NOTHING = new Begun(List.of(), List.of());
    }

    Adoption(Database database, Instances instances) {
        this.database = database;
        this.instances = instances;
    }

    /**
     * Takes all jobs of windows that nobody does.
     *
     * @param owner who takes them
     * @param alsoFree whether what ended in good order is taken too, or only what was left by a crash
     * @return nothing when there is none
     */
    Optional<Taken> take(Owner owner, boolean alsoFree) throws StoreException {
        boolean any = database.write(transaction -> {
            instances.buryDead(transaction, owner.instance());
            if (alsoFree) {
                forgetOldCommands(transaction);
            }
            return !free(transaction, owner, alsoFree).isEmpty();
        });
        return any ? database.writeDurably(transaction -> take(transaction, owner, alsoFree)) : Optional.empty();
    }

    /**
     * Takes what ended commands have left of files, as far as it belongs to wanted jobs. The rest of these jobs is
     * forgotten: a command looks anew each time.
     */
    Begun takeFiles(Owner owner, Predicate<JournalJob> wanted) throws StoreException {
        boolean any = database.write(transaction -> {
            instances.buryDead(transaction, owner.instance());
            forgetOldCommands(transaction);
            return free(transaction, owner, true).stream().anyMatch(wanted);
        });
        return any ? database.writeDurably(transaction -> takeFiles(transaction, owner, wanted)) : Begun.NOTHING;
    }

    private static Begun takeFiles(Transaction transaction, Owner owner, Predicate<JournalJob> wanted)
            throws SQLException {
        List<JournalJob> jobs =
                free(transaction, owner, true).stream().filter(wanted).toList();
        transaction.updateAll(
                "update transfer_job set owner = ? where id = ?",
                jobs.stream().map(job -> List.of(owner.instance(), job.id())).toList());
        // A job stays until its command ends in good order: from its seed follow the names of files that were not
        // noted.
        UnfinishedFiles.keepOnly(transaction, owner.instance(), true);
        return new Begun(jobs, UnfinishedFiles.read(transaction, owner.instance(), jobs));
    }

    /** Who does not give a command again for a month will not. */
    private void forgetOldCommands(Transaction transaction) throws SQLException {
        for (long job : transaction.query(
                "select id from transfer_job where owner <= 0 and command = 1 and added_at < ?",
                row -> row.getLong(1),
                instances.now() - OLD_MILLIS)) {
            JobTable.remove(transaction, job);
        }
    }

    private static List<JournalJob> free(Transaction transaction, Owner owner, boolean alsoFree) throws SQLException {
        return JobTable.jobs(
                transaction, "owner " + (alsoFree ? "<=" : "<") + " 0 and command = ?", owner.command() ? 1 : 0);
    }

    private Optional<Taken> take(Transaction transaction, Owner owner, boolean alsoFree) throws SQLException {
        List<JournalJob> jobs = free(transaction, owner, alsoFree);
        if (jobs.isEmpty()) {
            return Optional.empty();
        }
        // A negative number is no instance's, and this one is used by no other transaction.
        long mark = Long.MIN_VALUE + owner.instance();
        transaction.updateAll(
                "update transfer_job set owner = ? where id = ?",
                jobs.stream().map(job -> List.of(mark, job.id())).toList());
        transaction.update("create temp table if not exists taken (id integer primary key)");
        transaction.update("delete from taken");
        transaction.update(OWNED + "insert into taken select id from owned", mark);
        int running = transaction
                .first(
                        "select count(*) from transfer where status = ? and (id in (select id from taken) or parent in "
                                + "(select id from taken))",
                        row -> row.getInt(1),
                        Status.RUNNING.code())
                .orElse(0);
        transaction.update(
                "update transfer set status = ? where status in (?, ?) and (id in (select id from taken) or parent in "
                        + "(select id from taken))",
                Status.WAITING.code(),
                Status.RUNNING.code(),
                Status.ASKING.code());
        List<JournalRow> rows = rows(transaction);
        List<JournalJobs.Sum> sums = sums(transaction, rows);
        transaction.update("delete from taken");
        Set<Long> over = over(jobs, rows, sums);
        for (long job : over) {
            JobTable.remove(transaction, job);
        }
        long renewed = instances.renew(transaction, owner.instance());
        transaction.update("update transfer_job set owner = ? where owner = ?", renewed, mark);
        List<JournalJob> left =
                jobs.stream().filter(job -> !over.contains(job.id())).toList();
        return Optional.of(new Taken(
                renewed, new JournalJobs(left, below(left, rows), sums, running, Instances.firstId(renewed))));
    }

    private static List<JournalRow> rows(Transaction transaction) throws SQLException {
        return TransferTable.rows(transaction, TO_READ, Status.FAILED.code(), MOST_FAILED);
    }

    private static List<JournalJobs.Sum> sums(Transaction transaction, List<JournalRow> read) throws SQLException {
        Map<Long, List<JournalRow>> apart = new HashMap<>();
        for (JournalRow row : read) {
            if (!row.folder() && row.parent() != 0) {
                apart.computeIfAbsent(row.parent(), parent -> new ArrayList<>()).add(row);
            }
        }
        List<JournalJobs.Sum> sums = transaction.query(
                "select parent, status, count(*), " + sum("size") + ", " + sum("moved") + " from transfer "
                        + "where folder = 0 and parent in (select id from taken) group by parent, status",
                row -> new JournalJobs.Sum(
                        row.getLong(1),
                        Status.of(row.getInt(2)).orElse(Status.FAILED),
                        row.getInt(3),
                        row.getLong(4),
                        row.getLong(5)));
        return sums.stream()
                .map(sum -> without(sum, apart.getOrDefault(sum.parent(), List.of())))
                .filter(sum -> sum.files() > 0)
                .toList();
    }

    /** Of numbers so large that they overflow, as they stand in no database that only this program has written. */
    private static String sum(String column) {
        return "cast(total(max(" + column + ", 0)) as integer)";
    }

    private static JournalJobs.Sum without(JournalJobs.Sum sum, List<JournalRow> rows) {
        int files = sum.files();
        long size = sum.size();
        long moved = sum.moved();
        for (JournalRow row : rows) {
            if (row.status() == sum.status()) {
                files--;
                size -= Math.max(0, row.source().size());
                moved -= row.moved();
            }
        }
        return new JournalJobs.Sum(sum.parent(), sum.status(), files, size, moved);
    }

    /** The jobs that are done, or that the user has ended, with all below. */
    private static Set<Long> over(List<JournalJob> jobs, List<JournalRow> rows, List<JournalJobs.Sum> sums) {
        Map<Long, Long> top = new HashMap<>();
        Set<Long> over = new HashSet<>();
        jobs.forEach(job -> over.add(job.id()));
        for (JournalRow row : rows) {
            Long job = row.parent() == 0 ? Long.valueOf(row.id()) : top.get(row.parent());
            if (job != null) {
                top.put(row.id(), job);
                if (!isOver(row.status()) || (row.partial() != null && row.status() != Status.DONE)) {
                    over.remove(job);
                }
            }
        }
        for (JournalJobs.Sum sum : sums) {
            Long job = top.get(sum.parent());
            if (job != null && !isOver(sum.status())) {
                over.remove(job);
            }
        }
        return over;
    }

    private static boolean isOver(Status status) {
        return switch (status) {
            case DONE, SKIPPED, CANCELLED -> true;
            case WAITING, RUNNING, PAUSED, ASKING, FAILED -> false;
        };
    }

    private static List<JournalRow> below(List<JournalJob> jobs, List<JournalRow> rows) {
        Set<Long> kept = new HashSet<>();
        jobs.forEach(job -> kept.add(job.id()));
        List<JournalRow> below = new ArrayList<>();
        for (JournalRow row : rows) {
            if (kept.contains(row.id()) || kept.contains(row.parent())) {
                kept.add(row.id());
                below.add(row);
            }
        }
        return below;
    }
}
