// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.store.Transaction;
import io.github.twinport.transfer.Journal;
import io.github.twinport.transfer.JournalBulk;
import io.github.twinport.transfer.JournalChanges;
import io.github.twinport.transfer.JournalJob;
import io.github.twinport.transfer.TargetHolder;
import io.github.twinport.transfer.TargetInUseException;
import io.github.twinport.transfer.TransferRequest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the queue in the database. One thread writes what has changed a tenth of a second after it did, or up to two
 * seconds where the disk is slow, however much that is, as one transaction; it also gives this instance's sign of life and
 * looks for others that have ended.
 */
public final class SqliteJournal implements Journal {

    private static final System.Logger LOG = System.getLogger(SqliteJournal.class.getName());
    private static final long DELAY = Duration.ofMillis(100).toNanos();

    /** Waiting for the disk to have files may take a twentieth of the time, but what is done is written by then. */
    private static final int SHARE = 20;

    private static final long LONGEST_DELAY = Duration.ofSeconds(2).toNanos();
    private static final long RETRY = Duration.ofSeconds(1).toNanos();
    private static final long HEARTBEAT = Duration.ofSeconds(4).toNanos();

    private final Database database;
    private final Instances instances;
    private final Adoption adoption;
    private final SqliteReader reader;
    private final Clock clock;
    private final Predicate<JournalJob> wanted;
    private final Object lock = new Object();
    private final Deque<Reading> readings = new ArrayDeque<>();

    private @Nullable Thread thread;
    private boolean changed;
    private boolean closing;
    private long changedAt;

    // Of the journal's thread.
    private volatile Owner owner;
    private @Nullable JournalChanges unwritten;
    private boolean failing;
    private long delay = DELAY;
    private long nextHeartbeat = System.nanoTime() + HEARTBEAT;
    private long nextAttempt;

    private SqliteJournal(
            Database database, Instances instances, Clock clock, Owner owner, Predicate<JournalJob> wanted) {
        this.database = database;
        this.instances = instances;
        this.clock = clock;
        this.owner = owner;
        this.wanted = wanted;
        adoption = new Adoption(database, instances);
        reader = new SqliteReader(database);
    }

    /**
     * Makes this program known as one of those that share the database. It goes on with whatever ended windows have
     * left. Blocks on the disk.
     *
     * @param database stays open as long as the journal
     */
    public static SqliteJournal open(Database database) throws StoreException {
        return open(database, LivingProcess.current());
    }

    /**
     * Makes a command without a window known. Of what it is asked for it goes on with files that an ended command had
     * begun; windows do not go on with it, because the rules of its command line are not theirs. Blocks on the disk.
     *
     * @param database stays open as long as the journal
     * @param requests what the command is to do
     * @throws TargetInUseException when another instance writes there
     */
    public static SqliteJournal open(Database database, List<TransferRequest> requests)
            throws StoreException, TargetInUseException {
        return open(database, requests, LivingProcess.current());
    }

    static SqliteJournal open(Database database, List<TransferRequest> requests, LivingProcess self)
            throws StoreException, TargetInUseException {
        Clock clock = Clock.systemUTC();
        Instances instances = new Instances(database, self, clock, System::nanoTime);
        Instances.Registered registered = instances.register(requests);
        Owner owner = new Owner(registered.instance(), true);
        if (registered.holder().isPresent()) {
            instances.leave(owner);
            throw new TargetInUseException(registered.holder().get());
        }
        return new SqliteJournal(
                database, instances, clock, owner, job -> requests.stream().anyMatch(job::isFor));
    }

    static SqliteJournal open(Database database, LivingProcess self) throws StoreException {
        Clock clock = Clock.systemUTC();
        Instances instances = new Instances(database, self, clock, System::nanoTime);
        return new SqliteJournal(database, instances, clock, new Owner(instances.register(false), false), job -> true);
    }

    @Override
    public boolean isKept() {
        return true;
    }

    @Override
    public long firstId() {
        return Instances.firstId(owner.instance());
    }

    @Override
    public void start(Client client) {
        if (owner.command()) {
            // What it is asked for must not be added before it is known what an earlier run has begun of it.
            resume(client);
        }
        synchronized (lock) {
            thread = Thread.ofPlatform().daemon().name("journal").start(() -> run(client));
        }
    }

    @Override
    public Optional<TargetHolder> claim(long job, TransferRequest target) {
        Owner present = owner;
        if (present.command()) {
            // It has had all its targets from the start.
            return Optional.empty();
        }
        try {
            return instances.claim(present.instance(), job, target);
        } catch (StoreException e) {
            // A database that cannot be written holds up nothing: temporary names differ in any case.
            log("it cannot be seen who else writes there", e);
            return Optional.empty();
        }
    }

    @Override
    public void changed(boolean atOnce) {
        synchronized (lock) {
            if (!changed) {
                changed = true;
                changedAt = System.nanoTime();
                lock.notifyAll();
            }
            if (atOnce) {
                changedAt -= LONGEST_DELAY;
                lock.notifyAll();
            }
        }
    }

    @Override
    public void read(Reading reading) {
        synchronized (lock) {
            if (!closing) {
                readings.add(reading);
                lock.notifyAll();
                return;
            }
        }
        reading.failed(new StoreException.Unavailable("the journal is closed", null));
    }

    @Override
    public void close() {
        Thread writer;
        synchronized (lock) {
            closing = true;
            lock.notifyAll();
            writer = thread;
        }
        try {
            if (writer != null) {
                writer.join();
            }
            instances.leave(owner);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreException e) {
            log("the journal could not be closed in good order", e);
        }
    }

    private void run(Client client) {
        if (!owner.command()) {
            adopt(client, true);
        }
        boolean last = false;
        while (!last) {
            last = await();
            // What is asked for after the changes were taken has to wait for the next ones.
            List<Reading> asked = takeReadings();
            boolean written = isFlushed(client);
            asked.forEach(reading -> guarded(() -> read(reading, written)));
            if (System.nanoTime() - nextHeartbeat >= 0) {
                nextHeartbeat = System.nanoTime() + HEARTBEAT;
                guarded(() -> stayAlive(client));
            }
        }
    }

    private boolean isFlushed(Client client) {
        try {
            return flush(client);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "an error while writing the journal", e);
            failing = true;
            nextAttempt = System.nanoTime() + RETRY;
            return false;
        }
    }

    /** No error may end the thread: all that comes later would be lost when the program ends. */
    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "an error in the journal", e);
        }
    }

    /** Waits for something to do; whether it is the last. */
    private boolean await() {
        synchronized (lock) {
            try {
                long wait = untilWork();
                while (wait > 0 && !closing) {
                    lock.wait(wait / 1_000_000, (int) (wait % 1_000_000));
                    wait = untilWork();
                }
                return closing;
            } catch (InterruptedException e) {
                return true;
            }
        }
    }

    private long untilWork() {
        if (!readings.isEmpty()) {
            return 0;
        }
        long now = System.nanoTime();
        long wait = nextHeartbeat - now;
        if (changed || unwritten != null) {
            wait = Math.min(wait, failing ? nextAttempt - now : changedAt + delay - now);
        }
        return wait;
    }

    private List<Reading> takeReadings() {
        synchronized (lock) {
            List<Reading> all = List.copyOf(readings);
            readings.clear();
            return all;
        }
    }

    private boolean flush(Client client) {
        synchronized (lock) {
            changed = false;
        }
        if (unwritten == null) {
            JournalChanges changes = client.take();
            unwritten = changes.isEmpty() ? null : changes;
        }
        JournalChanges changes = unwritten;
        if (changes == null) {
            return true;
        }
        boolean mine;
        try {
            secureFiles(client);
            mine = changes.durable()
                    ? database.writeDurably(transaction -> write(transaction, changes))
                    : database.write(transaction -> write(transaction, changes));
        } catch (StoreException e) {
            nextAttempt = System.nanoTime() + RETRY;
            if (!failing) {
                failing = true;
                client.notWritten(e);
            }
            return false;
        }
        failing = false;
        unwritten = null;
        if (mine) {
            client.written(changes);
        } else {
            lose(client);
        }
        return true;
    }

    /** On a slow disk less often, with more files each time. */
    private void secureFiles(Client client) throws StoreException {
        long start = System.nanoTime();
        client.secureFiles();
        delay = Math.clamp((System.nanoTime() - start) * SHARE, DELAY, LONGEST_DELAY);
    }

    /** Another instance goes on with everything; what is added from now on is a new instance's. */
    private void lose(Client client) {
        try {
            owner = owner.as(instances.register(owner.command()));
        } catch (StoreException e) {
            log("this instance cannot be made known again", e);
        }
        client.lost();
    }

    /** Writes all of it, or nothing when another instance has taken this one's work. */
    private boolean write(Transaction transaction, JournalChanges changes) throws SQLException {
        if (!instances.isKnown(transaction, owner.instance())) {
            return false;
        }
        for (JournalBulk bulk : changes.bulks()) {
            TransferTable.change(transaction, bulk);
        }
        JobTable.put(transaction, owner, clock.millis(), changes.jobs());
        TransferTable.put(transaction, changes.rows());
        TransferTable.forget(transaction, changes.superseded());
        Claims.release(transaction, owner.instance(), changes.released());
        for (long job : changes.removed()) {
            JobTable.remove(transaction, job);
        }
        return true;
    }

    private void read(Reading reading, boolean written) {
        try {
            if (!written) {
                throw new StoreException.Unavailable("the journal cannot be written", null);
            }
            reading.with(reader);
        } catch (StoreException e) {
            reading.failed(e);
        } catch (RuntimeException e) {
            reading.failed(new StoreException.Unavailable("an error while reading the journal", e));
            throw e;
        }
    }

    private void stayAlive(Client client) {
        try {
            if (instances.heartbeat(owner.instance())) {
                if (!owner.command()) {
                    adopt(client, false);
                }
            } else {
                lose(client);
            }
        } catch (StoreException e) {
            log("no sign of life could be given", e);
        }
    }

    private void adopt(Client client, boolean alsoFree) {
        try {
            Adoption.Taken taken = adoption.take(owner, alsoFree).orElse(null);
            if (taken != null) {
                owner = owner.as(taken.instance());
                client.adopt(taken.jobs());
            }
        } catch (StoreException e) {
            log("what ended instances have left cannot be read", e);
        }
    }

    private void resume(Client client) {
        try {
            Adoption.Begun begun = adoption.takeFiles(owner, wanted);
            client.resume(begun.jobs(), begun.files());
        } catch (StoreException e) {
            log("what an ended command has left cannot be read", e);
        }
    }

    private static void log(String message, StoreException cause) {
        LOG.log(System.Logger.Level.WARNING, message, cause);
    }
}
