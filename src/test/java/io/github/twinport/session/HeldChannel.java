// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.CountDownLatch;

/** An endless file at which a transfer can be broken off: after some blocks it waits until the test lets it go on. */
final class HeldChannel implements ByteChannel {

    private final CountDownLatch used = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private int left;

    /** Waits after so many blocks. */
    HeldChannel(int blocks) {
        left = blocks;
    }

    /** Waits until the transfer is under way. */
    void awaitUse() {
        try {
            used.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void release() {
        released.countDown();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return move(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return move(source);
    }

    private int move(ByteBuffer block) throws IOException {
        if (left == 0) {
            used.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        left = Math.max(0, left - 1);
        int length = block.remaining();
        block.position(block.limit());
        return length;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // Nothing is held that a closed channel would have to give back.
    }
}
