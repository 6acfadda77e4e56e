// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.speed;

/**
 * Lets bytes through at a rate. What has moved is charged afterwards; whoever wants to move more waits until all that
 * moved before is paid for. Pieces are short against the rate, so that all who share it get the same. Any thread.
 */
final class TokenBucket {

    private static final double SECOND = 1e9;

    /** How long nobody may have moved anything and still make up for it: timers wake up late. */
    private static final long CREDIT = 50_000_000L;

    /** One piece takes this part of a second. */
    private static final int PIECES_PER_SECOND = 100;

    private static final long SHORTEST_PIECE = 256;

    private long rate;
    private long paidUntil;
    private boolean used;

    /** Sets the rate in bytes per second, 0 for none; what is owed is paid at the new rate. */
    synchronized void rate(long bytesPerSecond, long now) {
        if (bytesPerSecond == rate) {
            return;
        }
        long owed = used ? Math.max(0, paidUntil - now) : 0;
        paidUntil = bytesPerSecond == 0 || rate == 0 ? now : now + (long) (owed * (double) rate / bytesPerSecond);
        rate = bytesPerSecond;
    }

    /** How many bytes may move at once, at most as many as asked for. */
    synchronized long piece(long most) {
        return rate == 0 ? most : Math.min(most, Math.max(SHORTEST_PIECE, rate / PIECES_PER_SECOND));
    }

    /** How long the next piece has to wait, in nanoseconds; 0 when it may move now. */
    synchronized long untilNext(long now) {
        return rate == 0 || !used ? 0 : Math.max(0, paidUntil - now);
    }

    /** Charges bytes that have moved. */
    synchronized void charge(long bytes, long now) {
        if (rate == 0) {
            return;
        }
        long since = used ? paidUntil : now;
        used = true;
        paidUntil = (now - since > CREDIT ? now - CREDIT : since) + (long) (bytes * SECOND / rate);
    }
}
