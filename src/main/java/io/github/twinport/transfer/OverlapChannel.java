// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a partial file is the beginning of what comes: compares the first bytes with those that are there, then
 * passes the rest on.
 */
final class OverlapChannel implements WritableByteChannel {

    /** How much of the end of a partial file is compared, in bytes. */
    static final int LENGTH = 64 * 1024;

    private final ByteBuffer expected;
    private final String name;
    private final @Nullable WritableByteChannel rest;

    /**
     * Expects the given bytes.
     *
     * @param name names the file in the failure
     * @param rest takes what follows, null to refuse it
     */
    OverlapChannel(ByteBuffer expected, String name, @Nullable WritableByteChannel rest) {
        this.expected = expected;
        this.name = name;
        this.rest = rest;
    }

    /** The part of a file that ends at the given position, at most {@link #LENGTH} bytes. */
    static ByteBuffer before(Path file, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(LENGTH, position));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long start = position - bytes.capacity();
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes, start + bytes.position());
            }
        }
        return bytes.flip();
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int compared = Math.min(expected.remaining(), bytes.remaining());
        ByteBuffer there = expected.slice(expected.position(), compared);
        ByteBuffer here = bytes.slice(bytes.position(), compared);
        if (!there.equals(here)) {
            throw new TransferException.ContentDiffers(name);
        }
        expected.position(expected.position() + compared);
        bytes.position(bytes.position() + compared);
        if (!bytes.hasRemaining()) {
            return compared;
        }
        if (rest == null) {
            throw new TransferException.ContentDiffers(name);
        }
        return compared + rest.write(bytes);
    }

    /** Fails when less came than there is to compare. */
    void demandAll() throws TransferException.ContentDiffers {
        if (expected.hasRemaining()) {
            throw new TransferException.ContentDiffers(name);
        }
    }

    @Override
    public boolean isOpen() {
        return rest == null || rest.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (rest != null) {
            rest.close();
        }
    }
}
