// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.CountDownLatch;

/** An endless file that a transfer can be broken off at: moving its second block waits until the test lets it go on. */
final class HeldChannel implements ByteChannel {

    private final CountDownLatch used = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private boolean first = true;

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
        if (!first) {
            used.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
        first = false;
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
