// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.store.StoreException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Carries changes from the queue to its journal and back what the journal holds. Any thread. */
final class JournalLink implements Journal.Client {

    /** With more rows than this on their way to the disk, listings wait. */
    private static final int MOST_WAITING = 20_000;

    /** How long whoever waits for the journal may take to see that it was stopped, in milliseconds. */
    private static final long BETWEEN_LOOKS = 250;

    private static final Logger LOG = System.getLogger(JournalLink.class.getName());

    /** Makes a change of the state under the queue's lock; it results in the attempts that it stops. */
    @FunctionalInterface
    interface Changer {
        void change(Supplier<List<Attempt>> change);
    }

    private final Object lock;
    private final QueueState state;
    private final Journal journal;
    private final Changer changer;
    private final WrittenFiles files;

    /** Whether the journal cannot write just now; guarded by the lock. */
    private boolean failing;

    /**
     * Links a queue to a journal.
     *
     * @param lock guards the state
     * @param state the queue's
     * @param journal the journal
     * @param changer makes changes that others should notice
     * @param files what has arrived
     */
    JournalLink(Object lock, QueueState state, Journal journal, Changer changer, WrittenFiles files) {
        this.files = files;
        this.lock = lock;
        this.state = state;
        this.journal = journal;
        this.changer = changer;
    }

    /** Tells the journal what is to be done after a change; without the queue's lock. */
    void afterChange() {
        List<Portions.Wanted> wanted;
        boolean changes;
        boolean urgent;
        synchronized (lock) {
            wanted = state.portions().takeWanted();
            changes = state.ledger().hasChanges();
            urgent = state.ledger().isUrgent();
        }
        if (changes) {
            journal.changed(urgent);
        }
        wanted.forEach(this::load);
    }

    /** A running attempt has moved bytes or made a temporary file. */
    void progressed() {
        if (journal.isKept()) {
            synchronized (lock) {
                state.ledger().progressed();
            }
            journal.changed(false);
        }
    }

    /**
     * Waits until the journal knows what the attempt is part of, so that whatever has moved when the program is killed is
     * found again; without the queue's lock. A journal that cannot write holds up nothing.
     */
    void awaitKept(Attempt attempt) {
        if (!journal.isKept() || !attempt.isAheadOfJournal()) {
            return;
        }
        try {
            synchronized (lock) {
                while (attempt.isAheadOfJournal() && !failing && !attempt.isStopped()) {
                    lock.wait(BETWEEN_LOOKS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether an attempt may write: not where another instance does, for which it waits. Without the queue's lock. */
    boolean mayWrite(Attempt attempt) {
        if (!journal.isKept() || attempt.isClaimed()) {
            return true;
        }
        TargetHolder holder = journal.claim(attempt.job(), attempt.asked()).orElse(null);
        changer.change(() -> {
            state.claimed(attempt, holder);
            return List.of();
        });
        return holder == null;
    }

    /**
     * Waits until the journal holds the attempt's note of its temporary file; without the queue's lock. A journal that
     * cannot write holds up nothing.
     */
    void awaitNoted(Attempt attempt) {
        if (!journal.isKept()) {
            return;
        }
        synchronized (lock) {
            state.ledger().noted();
        }
        journal.changed(true);
        try {
            synchronized (lock) {
                while (!state.ledger().isSafe(attempt) && !failing && !attempt.isStopped()) {
                    lock.wait(BETWEEN_LOOKS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until the journal has taken enough of what listings bring; without the queue's lock. A journal that cannot
     * write takes nothing, so whether the attempt was stopped meanwhile is looked at now and then.
     */
    void awaitRoom(Attempt attempt) {
        try {
            synchronized (lock) {
                while (state.ledger().waitingForJournal() > MOST_WAITING && !attempt.isStopped()) {
                    lock.wait(BETWEEN_LOOKS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells an attempt that lists a folder again what of it is in the queue already; blocks until that is known. */
    void tellKnown(Attempt attempt) {
        if (journal.isKept() && attempt.work() == Attempt.Work.LIST && attempt.isRepeated()) {
            attempt.known(names(attempt.item()));
        }
    }

    private Set<String> names(long folder) {
        CompletableFuture<Set<String>> names = new CompletableFuture<>();
        journal.read(new Journal.Reading() {
            @Override
            public void with(JournalReader reader) throws StoreException {
                names.complete(reader.names(folder));
            }

            @Override
            public void failed(StoreException failure) {
                names.completeExceptionally(failure);
            }
        });
        return names.join();
    }

    /** Rows of a folder, also those that are in the journal only. */
    CompletableFuture<List<TransferItem>> children(long folder, long after, int limit) {
        CompletableFuture<List<TransferItem>> items = new CompletableFuture<>();
        if (!journal.isKept()) {
            items.complete(List.of());
            return items;
        }
        journal.read(new Journal.Reading() {
            @Override
            public void with(JournalReader reader) throws StoreException {
                List<JournalRow> rows = reader.children(folder, after, limit);
                synchronized (lock) {
                    items.complete(state.snapshots().items(folder, rows));
                }
            }

            @Override
            public void failed(StoreException failure) {
                items.completeExceptionally(failure);
            }
        });
        return items;
    }

    /** Failed rows, also those that are in the journal only. */
    CompletableFuture<List<TransferItem>> failed(long after, int limit) {
        CompletableFuture<List<TransferItem>> items = new CompletableFuture<>();
        if (!journal.isKept()) {
            items.complete(List.of());
            return items;
        }
        journal.read(new Journal.Reading() {
            @Override
            public void with(JournalReader reader) throws StoreException {
                List<TransferItem> all = new ArrayList<>();
                List<JournalRow> rows = reader.failed(after, limit);
                while (!rows.isEmpty() && all.size() < limit) {
                    synchronized (lock) {
                        all.addAll(state.snapshots().failed(rows));
                    }
                    // Others' rows are among them, so there may be more of ours.
                    rows = reader.failed(rows.getLast().id(), limit);
                }
                items.complete(all.subList(0, Math.min(limit, all.size())));
            }

            @Override
            public void failed(StoreException failure) {
                items.completeExceptionally(failure);
            }
        });
        return items;
    }

    /** Lets those of some rows wait again that are in the journal only. */
    void retryOutside(Collection<Long> items) {
        List<Long> outside;
        synchronized (lock) {
            outside = state.outside(items);
        }
        if (outside.isEmpty() || !journal.isKept()) {
            return;
        }
        journal.read(new Journal.Reading() {
            @Override
            public void with(JournalReader reader) throws StoreException {
                List<JournalRow> found = reader.rows(outside);
                changer.change(() -> {
                    state.commands().retryOutside(found);
                    return List.of();
                });
            }

            @Override
            public void failed(StoreException failure) {
                LOG.log(Level.WARNING, "what has failed cannot be read", failure);
            }
        });
    }

    private void load(Portions.Wanted wanted) {
        journal.read(new Journal.Reading() {
            @Override
            public void with(JournalReader reader) throws StoreException {
                List<JournalRow> found = reader.waiting(wanted.folder().id(), wanted.after(), wanted.limit());
                changer.change(() -> {
                    state.loaded(wanted, found);
                    return List.of();
                });
            }

            @Override
            public void failed(StoreException failure) {
                LOG.log(Level.WARNING, "waiting transfers cannot be read", failure);
                changer.change(() -> {
                    state.portions().notLoaded(wanted);
                    state.notice(new QueueNotice.NotSaved(String.valueOf(failure.getMessage())));
                    return List.of();
                });
            }
        });
    }

    @Override
    public JournalChanges take() {
        synchronized (lock) {
            JournalChanges changes = state.takeChanges();
            lock.notifyAll();
            return changes;
        }
    }

    @Override
    public void secureFiles() throws StoreException {
        try {
            files.secure();
        } catch (IOException e) {
            throw new StoreException.Unavailable("the disk does not take files: " + e.getMessage(), e);
        }
    }

    @Override
    public void written(JournalChanges changes) {
        failing(false);
        changer.change(() -> {
            if (state.notice() instanceof QueueNotice.NotSaved) {
                state.notice(null);
            }
            state.written();
            return List.of();
        });
        wake();
    }

    @Override
    public void notWritten(StoreException failure) {
        LOG.log(Level.WARNING, "the queue cannot be written", failure);
        failing(true);
        changer.change(() -> {
            state.notice(new QueueNotice.NotSaved(String.valueOf(failure.getMessage())));
            return List.of();
        });
    }

    @Override
    public void adopt(JournalJobs jobs) {
        changer.change(() -> state.adopt(jobs));
    }

    @Override
    public void resume(List<JournalJob> jobs, List<Leftover> leftovers) {
        synchronized (lock) {
            state.leftovers().add(jobs, leftovers);
        }
    }

    @Override
    public void lost() {
        changer.change(state::giveUp);
        wake();
    }

    private void failing(boolean now) {
        synchronized (lock) {
            failing = now;
        }
        wake();
    }

    /** Lets those look again who wait for the journal, also when the queue takes no changes any more. */
    private void wake() {
        synchronized (lock) {
            lock.notifyAll();
        }
    }
}
