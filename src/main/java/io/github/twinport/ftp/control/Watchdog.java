// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Timeouts;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that nothing on a connection hangs for ever. The lane thread says what it is about to wait for and which
 * channel it waits on; when a phase makes no progress within its limit, or the operation is cancelled, the channel is
 * closed under it, which ends every blocking call. One virtual thread per control connection looks a few times a second
 * while something is waited for, and sleeps while nothing is.
 */
public final class Watchdog implements AutoCloseable {

    /** How long a cancelled operation may take to end in an orderly way before its channel is closed. */
    private static final Duration GRACE = Duration.ofMillis(400);

    private static final Duration SLOWEST_TICK = Duration.ofMillis(500);
    private static final Duration FASTEST_TICK = Duration.ofMillis(20);
    private static final System.Logger LOGGER = System.getLogger(Watchdog.class.getName());

    private final Timeouts timeouts;
    private final Duration tick;
    private final Thread thread;
    private volatile @Nullable Watch current;
    private volatile boolean cancelled;
    private volatile boolean closed;
    private volatile boolean asleep;

    /** Starts watching. */
    public Watchdog(Timeouts timeouts) {
        this.timeouts = timeouts;
        this.tick = tickFor(timeouts);
        this.thread = Thread.ofVirtual().name("watchdog").unstarted(this::run);
        thread.start();
    }

    /** Begins a phase with its usual limit; the lane thread closes the watch when the phase is over. */
    public Watch watch(Phase phase, Closeable channel) {
        return watch(phase, timeouts.of(phase), channel);
    }

    /** Begins a phase with a limit of its own, which can only be shorter than the usual one. */
    public Watch watch(Phase phase, Duration limit, Closeable channel) {
        Duration usual = timeouts.of(phase);
        Duration shorter = limit.compareTo(usual) < 0 ? limit : usual;
        Watch watch = new Watch(phase, shorter.toNanos(), channel, current);
        look(watch);
        return watch;
    }

    private void look(@Nullable Watch watch) {
        current = watch;
        if (watch != null && asleep) {
            LockSupport.unpark(thread);
        }
    }

    /** Runs something that may take as long as it likes, such as a question to the user, in the middle of a phase. */
    public <T> T unwatched(Supplier<T> work) {
        Watch interrupted = current;
        current = null;
        try {
            return work.get();
        } finally {
            if (interrupted != null) {
                interrupted.progress();
            }
            look(interrupted);
        }
    }

    /** Asks the running operation to end; any thread. */
    public void cancel() {
        cancelled = true;
        LockSupport.unpark(thread);
    }

    /** Forgets an earlier {@link #cancel}; before a new operation begins. */
    public void reset() {
        cancelled = false;
    }

    /** Whether the running operation is to end. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Says why a blocking call on a channel failed.
     *
     * @param watch the watch that was set
     * @param cause what the call threw
     */
    public FtpException explain(Watch watch, IOException cause) {
        if (cause instanceof FtpException known) {
            return known;
        }
        if (watch.expired) {
            return new TimedOut(watch.phase, cause);
        }
        if (cancelled) {
            return new Cancelled();
        }
        return new ConnectionLost(watch.phase, cause);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** How long a phase may last without any progress. */
    public Duration limit(Phase phase) {
        return timeouts.of(phase);
    }

    private void run() {
        long cancelSeen = 0;
        while (!closed) {
            Watch watch = current;
            if (watch == null && !cancelled) {
                cancelSeen = 0;
                sleep();
                continue;
            }
            if (watch != null && watch.isOverdue()) {
                watch.expire();
            }
            if (!cancelled) {
                cancelSeen = 0;
            } else if (cancelSeen == 0) {
                cancelSeen = System.nanoTime();
            } else if (watch != null && System.nanoTime() - cancelSeen > GRACE.toNanos()) {
                watch.closeChannel();
            }
            LockSupport.parkNanos((cancelled ? FASTEST_TICK : tick).toNanos());
        }
    }

    /** Whoever sets something to watch after {@link #asleep} is set wakes the thread; what was set before is seen here. */
    private void sleep() {
        asleep = true;
        if (current == null && !cancelled && !closed) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    private static Duration tickFor(Timeouts timeouts) {
        Duration shortest = SLOWEST_TICK;
        for (Phase phase : Phase.values()) {
            Duration wanted = timeouts.of(phase).dividedBy(8);
            shortest = wanted.compareTo(shortest) < 0 ? wanted : shortest;
        }
        return shortest.compareTo(FASTEST_TICK) < 0 ? FASTEST_TICK : shortest;
    }

    /** One phase under watch. {@link #progress} and {@link #close} belong to the lane thread. */
    public final class Watch implements AutoCloseable {

        private final Phase phase;
        private final long limitNanos;
        private final Closeable channel;
        private final @Nullable Watch outer;
        private volatile long lastProgress = System.nanoTime();
        private volatile boolean expired;
        private volatile boolean paused;
        private volatile boolean over;

        private Watch(Phase phase, long limitNanos, Closeable channel, @Nullable Watch outer) {
            this.phase = phase;
            this.limitNanos = limitNanos;
            this.channel = channel;
            this.outer = outer;
        }

        /** Begins the limit anew because something moved; ends a {@link #pause}. */
        public void progress() {
            lastProgress = System.nanoTime();
            paused = false;
        }

        /** Stops the clock until the next {@link #progress}: what follows does not depend on the server. */
        public void pause() {
            paused = true;
        }

        /** Whether the limit has passed and the channel was closed. */
        public boolean hasExpired() {
            return expired;
        }

        private boolean isOverdue() {
            return !over && !paused && System.nanoTime() - lastProgress > limitNanos;
        }

        private void expire() {
            expired = true;
            closeChannel();
        }

        private void closeChannel() {
            if (over) {
                return;
            }
            try {
                channel.close();
            } catch (IOException e) {
                LOGGER.log(System.Logger.Level.DEBUG, "closing a channel", e);
            }
        }

        @Override
        public void close() {
            over = true;
            look(outer);
        }
    }
}
