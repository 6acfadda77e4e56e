// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.verification;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Passes bytes on and takes those that were written into a digest. */
public final class DigestingTarget implements WritableByteChannel {

    private final WritableByteChannel target;
    private final ContentDigest digest;

    /** Stands before the target; closing closes it too. */
    public DigestingTarget(WritableByteChannel target, ContentDigest digest) {
        this.target = target;
        this.digest = digest;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        ByteBuffer passing = bytes.duplicate();
        int written = target.write(bytes);
        digest.update(passing.limit(passing.position() + written));
        return written;
    }

    @Override
    public boolean isOpen() {
        return target.isOpen();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
