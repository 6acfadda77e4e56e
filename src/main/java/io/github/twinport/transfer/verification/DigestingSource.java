// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.verification;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads a file and takes each byte into a digest once, also when the position is put back because the same bytes have to
 * be sent again.
 */
public final class DigestingSource implements SeekableByteChannel {

    private final SeekableByteChannel source;
    private final ContentDigest digest;
    private long digested;

    /**
     * Stands before a file, from its present position on; closing closes it too.
     *
     * @throws IOException when the position is not known
     */
    public DigestingSource(SeekableByteChannel source, ContentDigest digest) throws IOException {
        this.source = source;
        this.digest = digest;
        digested = source.position();
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        long start = source.position();
        ByteBuffer passing = bytes.duplicate();
        int read = source.read(bytes);
        long fresh = start + read - digested;
        if (read > 0 && fresh > 0) {
            int end = passing.position() + read;
            digest.update(passing.limit(end).position(end - (int) fresh));
            digested += fresh;
        }
        return read;
    }

    @Override
    public long position() throws IOException {
        return source.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        source.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return source.size();
    }

    @Override
    public int write(ByteBuffer bytes) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return source.isOpen();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
