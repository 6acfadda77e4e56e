// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.store.Transaction;
import io.github.twinport.transfer.TargetHolder;
import io.github.twinport.transfer.TransferRequest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The running instances that share a profile, and whose work each job is. Blocks on the disk. */
final class Instances {

    /** Ids of rows are an instance's number and so many bits below it, so that instances never choose the same. */
    private static final int ID_BITS = 32;

    private final Database database;
    private final LivingProcess self;
    private final Clock clock;
    private final Leases leases;

    Instances(Database database, LivingProcess self, Clock clock, LongSupplier nanoTime) {
        leases = new Leases(nanoTime);
        this.database = database;
        this.self = self;
        this.clock = clock;
    }

    /** The present time in milliseconds since 1970. */
    long now() {
        return clock.millis();
    }

    /** Makes a new instance known; its number. */
    long register(boolean command) throws StoreException {
        return database.write(transaction -> insert(transaction, command));
    }

    /** What came of a command that wanted to begin. */
    record Registered(long instance, Optional<TargetHolder> holder) {}

    /** Makes a command known together with its targets, or not at all when somebody else writes one of them. */
    Registered register(List<TransferRequest> targets) throws StoreException {
        return database.write(transaction -> {
            long instance = insert(transaction, true);
            return new Registered(instance, claim(transaction, instance, 0, targets));
        });
    }

    /** Takes a target for a job, unless somebody else writes it: who that is. */
    Optional<TargetHolder> claim(long instance, long job, TransferRequest target) throws StoreException {
        return database.write(transaction -> claim(transaction, instance, job, List.of(target)));
    }

    private Optional<TargetHolder> claim(
            Transaction transaction, long instance, long job, List<TransferRequest> targets) throws SQLException {
        Optional<TargetHolder> holder = Claims.take(transaction, instance, job, targets);
        if (holder.isPresent()) {
            // It may have died with its targets in its hands.
            buryDead(transaction, instance);
            return Claims.take(transaction, instance, job, targets);
        }
        return holder;
    }

    /** The first id of an instance. */
    static long firstId(long instance) {
        return instance << ID_BITS;
    }

    /** Gives a sign of life; false when another instance has taken this one's work. */
    boolean heartbeat(long instance) throws StoreException {
        return database.write(transaction ->
                transaction.update("update transfer_instance set alive_at = ? where id = ?", clock.millis(), instance)
                        == 1);
    }

    /** Whether nobody has taken an instance for dead. Inside a transaction. */
    boolean isKnown(Transaction transaction, long instance) throws SQLException {
        return transaction
                .first("select 1 from transfer_instance where id = ?", row -> true, instance)
                .isPresent();
    }

    /** Gives an instance's work free for those that start later; of a command only what it has begun is left. */
    void leave(Owner owner) throws StoreException {
        long instance = owner.instance();
        database.<@Nullable Void>writeDurably(transaction -> {
            if (owner.command()) {
                UnfinishedFiles.keepOnly(transaction, instance, false);
            }
            transaction.update("update transfer_job set owner = ? where owner = ?", JobTable.NOBODY, instance);
            Claims.releaseAll(transaction, instance);
            transaction.update("delete from transfer_instance where id = ?", instance);
            return null;
        });
    }

    /** Forgets instances that have ended; what they were doing is free from then on. Inside a transaction. */
    void buryDead(Transaction transaction, long except) throws SQLException {
        for (long dead : dead(transaction, except)) {
            transaction.update("update transfer_job set owner = ? where owner = ?", -dead, dead);
            Claims.releaseAll(transaction, dead);
            transaction.update("delete from transfer_instance where id = ?", dead);
        }
    }

    /** A new number for the same instance, so that its further ids are larger than any so far. */
    long renew(Transaction transaction, long instance) throws SQLException {
        long renewed = insert(transaction, false);
        Claims.renew(transaction, instance, renewed);
        transaction.update("update transfer_job set owner = ? where owner = ?", renewed, instance);
        transaction.update("delete from transfer_instance where id = ?", instance);
        return renewed;
    }

    private long insert(Transaction transaction, boolean command) throws SQLException {
        return transaction.insert(
                "insert into transfer_instance (host, pid, started_at, alive_at, command) values (?, ?, ?, ?, ?)",
                self.host(),
                self.pid(),
                self.startedAt(),
                clock.millis(),
                command ? 1 : 0);
    }

    private List<Long> dead(Transaction transaction, long except) throws SQLException {
        List<Long> dead = new ArrayList<>();
        transaction.query(
                "select id, host, pid, started_at, alive_at from transfer_instance where id <> ?",
                row -> {
                    LivingProcess process =
                            new LivingProcess(row.getString("host"), row.getLong("pid"), row.getLong("started_at"));
                    long id = row.getLong("id");
                    boolean ended = process.isBeside(self) ? process.hasEnded() : hasEnded(id, row.getLong("alive_at"));
                    if (ended) {
                        dead.add(id);
                    }
                    return process;
                },
                except);
        return dead;
    }

    private boolean hasEnded(long instance, long aliveAt) {
        synchronized (leases) {
            return leases.hasEnded(instance, aliveAt, clock.millis());
        }
    }
}
