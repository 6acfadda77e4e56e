// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.speed;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Slows transfers down to a {@link SpeedPlan}, which may change at any time. Any thread. */
public final class SpeedLimits {

    /** Somebody who waits looks this often whether the plan has changed or the transfer was stopped, in nanoseconds. */
    private static final long LONGEST_PAUSE = 100_000_000L;

    /** How often the time of day is looked at, in nanoseconds. */
    private static final long LOOK = 1_000_000_000L;

    /** Lets time pass on the calling thread. */
    @FunctionalInterface
    public interface Pause {
        /** Returns after so many nanoseconds. */
        void pass(long nanos) throws IOException;
    }

    /** Breaks a wait off by what it throws. */
    @FunctionalInterface
    public interface Check {
        /** Looks whether anybody still wants what is waited for. */
        void run() throws IOException;
    }

    /** The limits of one transfer. */
    public interface Limiter {

        /** Limits nothing. */
        Limiter NONE = new Limiter() {};

        /**
         * Waits until bytes may move.
         *
         * @return how many, at least 1 and at most as many as asked for
         */
        default long room(long most, Check check) throws IOException {
            return most;
        }

        /** Counts bytes that have moved. */
        default void moved(long bytes) {}
    }

    private record Site(String name, boolean download) {}

    private final LongSupplier nanoTime;
    private final Supplier<LocalDateTime> timeOfDay;
    private final Pause pause;
    private final TokenBucket downloads = new TokenBucket();
    private final TokenBucket uploads = new TokenBucket();
    private final Map<Site, TokenBucket> sites = new ConcurrentHashMap<>();
    private SpeedPlan plan = SpeedPlan.UNLIMITED;
    private SpeedLimit followed = SpeedLimit.NONE;
    private long looked;
    private volatile int changes;

    /**
     * No limits yet.
     *
     * @param nanoTime a clock as {@link System#nanoTime}
     * @param timeOfDay the time in the user's zone
     * @param pause lets time pass
     */
    public SpeedLimits(LongSupplier nanoTime, Supplier<LocalDateTime> timeOfDay, Pause pause) {
        this.nanoTime = nanoTime;
        this.timeOfDay = timeOfDay;
        this.pause = pause;
        looked = nanoTime.getAsLong();
    }

    /** No limits yet; waits by sleeping, and ends with an {@link InterruptedIOException} when interrupted. */
    public static SpeedLimits system(LongSupplier nanoTime) {
        return new SpeedLimits(nanoTime, () -> LocalDateTime.now(ZoneId.systemDefault()), nanos -> {
            try {
                TimeUnit.NANOSECONDS.sleep(nanos);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        });
    }

    /** Changes the plan, for running transfers too. */
    public synchronized void follow(SpeedPlan other) {
        plan = other;
        changes++;
        look(nanoTime.getAsLong());
    }

    /** The limits of a transfer with the server {@code host:port}. */
    public Limiter of(boolean download, String hostAndPort) {
        return new Together(List.of(download ? downloads : uploads, site(new Site(hostAndPort, download))));
    }

    private synchronized TokenBucket site(Site site) {
        long now = nanoTime.getAsLong();
        TokenBucket known = sites.get(site);
        if (known != null) {
            followTime(now);
            return known;
        }
        TokenBucket bucket = new TokenBucket();
        sites.put(site, bucket);
        look(now);
        return bucket;
    }

    private synchronized void followTime(long now) {
        if (now - looked >= LOOK) {
            look(now);
        }
    }

    private synchronized void look(long now) {
        looked = now;
        SpeedLimit limit = plan.rules().isEmpty() ? plan.always() : plan.at(timeOfDay.get());
        if (!limit.equals(followed)) {
            followed = limit;
            changes++;
        }
        downloads.rate(limit.download(), now);
        uploads.rate(limit.upload(), now);
        sites.forEach((site, bucket) -> {
            SpeedLimit own = plan.ofSite(site.name());
            bucket.rate(site.download() ? own.download() : own.upload(), now);
        });
    }

    /** The buckets of one transfer, which has at most one piece reserved at a time. */
    private final class Together implements Limiter {

        private final List<TokenBucket> buckets;
        private long reserved;

        private Together(List<TokenBucket> buckets) {
            this.buckets = buckets;
        }

        @Override
        public long room(long most, Check check) throws IOException {
            while (true) {
                long now = nanoTime.getAsLong();
                followTime(now);
                moved(0);
                int version = changes;
                long piece = most;
                for (TokenBucket bucket : buckets) {
                    piece = bucket.piece(piece);
                }
                long wait = 0;
                for (TokenBucket bucket : buckets) {
                    wait = Math.max(wait, bucket.reserve(piece, now));
                }
                reserved = piece;
                if (pass(now + wait, version, check)) {
                    return piece;
                }
            }
        }

        /** Waits; false when the limits have changed meanwhile. */
        private boolean pass(long until, int version, Check check) throws IOException {
            for (long left = until - nanoTime.getAsLong(); left > 0; left = until - nanoTime.getAsLong()) {
                check.run();
                pause.pass(Math.min(left, LONGEST_PAUSE));
                followTime(nanoTime.getAsLong());
                if (version != changes) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void moved(long bytes) {
            long correction = bytes - reserved;
            reserved = 0;
            if (correction != 0) {
                long now = nanoTime.getAsLong();
                buckets.forEach(bucket -> bucket.correct(correction, now));
            }
        }
    }
}
