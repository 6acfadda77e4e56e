// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps a listing as it came, so that it can be read again when the server's clock is known. As long as nothing at all is
 * known of the clock its entries are held back. A long listing is let go: to show it matters more than its hours. For one
 * listing.
 */
final class ListRecording implements Consumer<List<Entry>> {

    private static final int MOST_BYTES = 1024 * 1024;

    private final Consumer<List<Entry>> batches;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<List<Entry>> held = new ArrayList<>();
    private boolean holding;
    private boolean complete = true;

    ListRecording(Consumer<List<Entry>> batches, boolean holding) {
        this.batches = batches;
        this.holding = holding;
    }

    /** Keeps a block; its position stays where it is. */
    void keep(ByteBuffer block) {
        if (!complete) {
            return;
        }
        if (bytes.size() + block.remaining() > MOST_BYTES) {
            complete = false;
            bytes.reset();
            release();
            return;
        }
        byte[] copy = new byte[block.remaining()];
        block.duplicate().get(copy);
        bytes.writeBytes(copy);
    }

    @Override
    public void accept(List<Entry> batch) {
        if (holding) {
            held.add(batch);
        } else {
            batches.accept(batch);
        }
    }

    /** Whether all of the listing is here to be read again. */
    boolean isComplete() {
        return complete;
    }

    /** Whether nobody has seen an entry of it. */
    boolean isHeld() {
        return holding;
    }

    /** All of it. */
    ByteBuffer content() {
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /** Hands out what was held back, as it was read. */
    void release() {
        holding = false;
        held.forEach(batches);
        held.clear();
    }
}
