// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.speed;

/**
 * Lets bytes through at a rate. Whoever wants to move a piece takes the next place in time; pieces are short against the
 * rate, so that all who share it have their turns one after the other. Any thread.
 */
final class TokenBucket {

    private static final double SECOND = 1e9;

    /** How long nobody may have moved anything and still make up for it, in nanoseconds: timers wake up late. */
    private static final long CREDIT = 50_000_000L;

    /** One piece takes this part of a second. */
    private static final int PIECES_PER_SECOND = 100;

    private static final long SHORTEST_PIECE = 256;

    private long rate;
    private long next;
    private boolean used;

    /** Sets the rate in bytes per second, 0 for none; what is owed is paid at the new rate. */
    synchronized void rate(long bytesPerSecond, long now) {
        if (bytesPerSecond == rate) {
            return;
        }
        long owed = used ? Math.max(0, next - now) : 0;
        next = bytesPerSecond == 0 || rate == 0 ? now : now + (long) (owed * (double) rate / bytesPerSecond);
        rate = bytesPerSecond;
    }

    /** How many bytes may move at once, at most as many as asked for. */
    synchronized long piece(long most) {
        return rate == 0 ? most : Math.min(most, Math.max(SHORTEST_PIECE, rate / PIECES_PER_SECOND));
    }

    /** Takes the next place for a piece; returns how long it has to wait, in nanoseconds. */
    synchronized long reserve(long bytes, long now) {
        if (rate == 0) {
            return 0;
        }
        long start = !used || now - next > CREDIT ? now - (used ? CREDIT : 0) : next;
        used = true;
        next = start + nanos(bytes);
        return Math.max(0, start - now);
    }

    /** Charges bytes that moved beyond what was reserved, or gives bytes back that did not move. */
    synchronized void correct(long bytes, long now) {
        if (rate == 0) {
            return;
        }
        next = (used ? next : now) + nanos(bytes);
        used = true;
    }

    private long nanos(long bytes) {
        return (long) (bytes * SECOND / rate);
    }
}
