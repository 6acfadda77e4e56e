// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import java.nio.ByteBuffer;

/**
 * The buffers of one TLS channel. On the heap, because JSSE's ciphers copy out of direct buffers; those of data
 * connections hold many records, so that a block costs few system calls, and are used again for the next connection.
 *
 * @param incoming encrypted bytes from the network
 * @param outgoing encrypted bytes for the network
 * @param plain decrypted bytes that no reader has taken yet
 */
record TlsBuffers(ByteBuffer incoming, ByteBuffer outgoing, ByteBuffer plain) {

    /** No TLS record is longer; JSSE asks for this much room (RFC 8446, 5.2 and a margin). */
    static final int RECORD = 17 * 1024;

    static TlsBuffers forControl() {
        return new TlsBuffers(ByteBuffer.allocate(RECORD), ByteBuffer.allocate(RECORD), ByteBuffer.allocate(RECORD))
                .reset();
    }

    static TlsBuffers forData() {
        return new TlsBuffers(
                        ByteBuffer.allocate(16 * RECORD), ByteBuffer.allocate(16 * RECORD), ByteBuffer.allocate(RECORD))
                .reset();
    }

    /** Empties all of them for the next connection. */
    TlsBuffers reset() {
        incoming.clear().flip();
        outgoing.clear();
        plain.clear().flip();
        return this;
    }

    /** Whether a record has come from its header to its last byte (RFC 8446, 5.1). */
    boolean hasWholeRecord() {
        if (incoming.remaining() < 5) {
            return false;
        }
        int length = incoming.getShort(incoming.position() + 3) & 0xFFFF;
        return incoming.remaining() >= 5 + length;
    }

    /** Hands on as many decrypted bytes as there are and as there is room for. */
    void takePlain(ByteBuffer target) {
        int length = Math.min(plain.remaining(), target.remaining());
        target.put(target.position(), plain, plain.position(), length);
        target.position(target.position() + length);
        plain.position(plain.position() + length);
    }
}
