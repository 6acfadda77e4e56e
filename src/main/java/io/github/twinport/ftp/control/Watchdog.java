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
 * closed under it, which ends every blocking call. One virtual thread per control connection looks a few times a second.
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

    /** Begins a phase with a limit of its own. */
    public Watch watch(Phase phase, Duration limit, Closeable channel) {
        Watch watch = new Watch(phase, limit.toNanos(), channel);
        current = watch;
        return watch;
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
            current = interrupted;
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

    private void run() {
        long cancelSeen = 0;
        while (!closed) {
            Watch watch = current;
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

    private static Duration tickFor(Timeouts timeouts) {
        Duration shortest = SLOWEST_TICK;
        for (Phase phase : Phase.values()) {
            Duration wanted = timeouts.of(phase).dividedBy(8);
            shortest = wanted.compareTo(shortest) < 0 ? wanted : shortest;
        }
        return shortest.compareTo(FASTEST_TICK) < 0 ? FASTEST_TICK : shortest;
    }

    /** One phase under watch. {@link #progress} and {@link #close} belong to the lane thread. */
    public static final class Watch implements AutoCloseable {

        private final Phase phase;
        private final long limitNanos;
        private final Closeable channel;
        private volatile long lastProgress = System.nanoTime();
        private volatile boolean expired;
        private volatile boolean over;

        private Watch(Phase phase, long limitNanos, Closeable channel) {
            this.phase = phase;
            this.limitNanos = limitNanos;
            this.channel = channel;
        }

        /** Begins the limit anew because something moved. */
        public void progress() {
            lastProgress = System.nanoTime();
        }

        /** Whether the limit has passed and the channel was closed. */
        public boolean hasExpired() {
            return expired;
        }

        private boolean isOverdue() {
            return !over && System.nanoTime() - lastProgress > limitNanos;
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
        }
    }
}
