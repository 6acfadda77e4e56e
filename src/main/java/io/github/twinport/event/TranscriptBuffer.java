// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.event;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Carries the protocol log from the lanes to its one reader. Any number of threads publish without a lock and never
 * wait; when the reader is behind, the oldest lines are dropped and counted, so that memory stays bounded and what is
 * newest is always kept.
 */
public final class TranscriptBuffer implements Transcript {

    private final int capacity;
    private final ConcurrentLinkedQueue<ProtocolLine> lines = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicBoolean announced = new AtomicBoolean();
    private volatile Runnable arrival = () -> {};

    /**
     * An empty buffer.
     *
     * @param capacity how many lines it keeps for its reader, at least 1
     * @throws IllegalArgumentException when the capacity is less than 1
     */
    public TranscriptBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.capacity = capacity;
    }

    /**
     * Sets what is told that lines have arrived: once when the first one comes, then not again before the next
     * {@link #drain}. It is called on the thread that publishes (or at once on this one, when lines wait already) and
     * must only take note.
     */
    public void onArrival(Runnable listener) {
        arrival = listener;
        if (!lines.isEmpty()) {
            announced.set(true);
            listener.run();
        }
    }

    @Override
    public void line(ProtocolLine line) {
        lines.add(line);
        if (size.incrementAndGet() > capacity && lines.poll() != null) {
            size.decrementAndGet();
            dropped.incrementAndGet();
        }
        announce();
    }

    @Override
    public int nextConnection() {
        return connections.incrementAndGet();
    }

    /**
     * Takes the lines that wait, the oldest first. What is left over is announced again. One thread at a time.
     *
     * @param most how many lines to take at most
     */
    public Batch drain(int most) {
        // Before the lines are taken: whoever publishes from here on announces itself again.
        announced.set(false);
        long lost = dropped.getAndSet(0);
        List<ProtocolLine> taken = new ArrayList<>();
        while (taken.size() < most) {
            ProtocolLine line = lines.poll();
            if (line == null) {
                return new Batch(lost, taken);
            }
            size.decrementAndGet();
            taken.add(line);
        }
        announce();
        return new Batch(lost, taken);
    }

    private void announce() {
        if (!lines.isEmpty() && announced.compareAndSet(false, true)) {
            arrival.run();
        }
    }

    /**
     * What one {@link #drain} took.
     *
     * @param dropped how many lines were lost before the first of these
     * @param lines the lines in the order in which they were published
     */
    public record Batch(long dropped, List<ProtocolLine> lines) {}
}
