// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import io.github.twinport.ftp.FtpException.CertificateRejected;
import io.github.twinport.ftp.FtpException.TlsFailed;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/**
 * TLS over a blocking socket channel. Used by one thread at a time; {@link #close} of the socket from another thread ends
 * every blocking call.
 */
public final class TlsChannel implements ByteChannel {

    /** After this many bytes written the channel looks whether the peer has sent something to answer (key updates). */
    private static final long LOOK_EVERY = 16L * 1024 * 1024;

    private static final System.Logger LOGGER = System.getLogger(TlsChannel.class.getName());

    private final SocketChannel socket;
    private final SSLEngine engine;
    private final CertificateVerifier verifier;
    private final TlsBuffers buffers;
    private boolean resumed;
    private boolean closeNotifyReceived;
    private boolean ended;
    private long writtenSinceLook;

    TlsChannel(SocketChannel socket, SSLEngine engine, CertificateVerifier verifier, TlsBuffers buffers) {
        this.socket = socket;
        this.engine = engine;
        this.verifier = verifier;
        this.buffers = buffers;
    }

    /**
     * Shakes hands; blocks.
     *
     * @throws CertificateRejected when the server's certificate was not accepted
     * @throws TlsFailed when TLS itself failed
     * @throws IOException when the connection failed
     */
    public void handshake() throws IOException {
        int fullBefore = verifier.fullHandshakes();
        try {
            engine.beginHandshake();
            advanceHandshake();
            if (ended) {
                throw new EOFException("close_notify during the handshake");
            }
        } catch (SSLException e) {
            String rejection = verifier.rejection();
            if (rejection != null && verifier.fullHandshakes() > fullBefore) {
                tellWhy();
                throw new CertificateRejected(rejection, e);
            }
            throw new TlsFailed("TLS handshake failed: " + e.getMessage(), e);
        } catch (EOFException e) {
            throw new TlsFailed("the server ended the connection during the TLS handshake", e);
        }
        resumed = verifier.fullHandshakes() == fullBefore;
    }

    /** Whether the handshake resumed an earlier session, known once it is over. */
    public boolean isResumed() {
        return resumed;
    }

    /** The protocol version, for instance {@code TLSv1.3}. */
    public String version() {
        return engine.getSession().getProtocol();
    }

    /** The cipher suite in the standard's name. */
    public String cipherSuite() {
        return engine.getSession().getCipherSuite();
    }

    /** Whether the stream ended without the peer's close_notify: then its end may have been cut off (RFC 8446, 6.1). */
    public boolean isTruncated() {
        return ended && !closeNotifyReceived;
    }

    private void advanceHandshake() throws IOException {
        HandshakeStatus status = engine.getHandshakeStatus();
        while (status != HandshakeStatus.NOT_HANDSHAKING && status != HandshakeStatus.FINISHED) {
            status = switch (status) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> {
                    SSLEngineResult result = engine.wrap(ByteBuffer.allocate(0), buffers.outgoing());
                    flush();
                    yield result.getHandshakeStatus();
                }
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    SSLEngineResult result = unwrapOrFill(buffers.plain().compact());
                    buffers.plain().flip();
                    yield result.getHandshakeStatus();
                }
                case NOT_HANDSHAKING, FINISHED -> status;
            };
        }
    }

    private void tellWhy() {
        try {
            sendAlert();
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "the server has gone before it could be told", e);
        }
    }

    private HandshakeStatus runTasks() {
        Runnable task = engine.getDelegatedTask();
        while (task != null) {
            task.run();
            task = engine.getDelegatedTask();
        }
        return engine.getHandshakeStatus();
    }

    /** Unwraps one record, reading from the socket if it is not complete yet. */
    private SSLEngineResult unwrapOrFill(ByteBuffer target) throws IOException {
        while (true) {
            SSLEngineResult result = engine.unwrap(buffers.incoming(), target);
            switch (result.getStatus()) {
                case OK -> {
                    return result;
                }
                case BUFFER_OVERFLOW -> throw new SSLException("a TLS record that is too long");
                case CLOSED -> {
                    closeNotifyReceived = true;
                    ended = true;
                    return result;
                }
                case BUFFER_UNDERFLOW -> {
                    if (fill() < 0) {
                        ended = true;
                        throw new EOFException("the connection ended without close_notify");
                    }
                }
            }
        }
    }

    private int fill() throws IOException {
        buffers.incoming().compact();
        try {
            if (!buffers.incoming().hasRemaining()) {
                throw new SSLException("a TLS record that is too long");
            }
            return socket.read(buffers.incoming());
        } finally {
            buffers.incoming().flip();
        }
    }

    private void flush() throws IOException {
        ByteBuffer outgoing = buffers.outgoing().flip();
        try {
            while (outgoing.hasRemaining()) {
                socket.write(outgoing);
            }
        } finally {
            outgoing.clear();
        }
    }

    /**
     * Reads decrypted bytes; blocks until there is at least one.
     *
     * @return how many, or -1 at the end of the stream (see {@link #isTruncated})
     */
    @Override
    public int read(ByteBuffer target) throws IOException {
        int start = target.position();
        takePlain(target);
        while (target.position() == start && !ended && target.hasRemaining()) {
            try {
                readRecord(target);
            } catch (EOFException e) {
                break;
            }
        }
        while (target.remaining() >= TlsBuffers.RECORD && !ended && hasWholeRecord()) {
            readRecord(target);
        }
        int read = target.position() - start;
        return read > 0 || !target.hasRemaining() ? read : -1;
    }

    private boolean hasWholeRecord() {
        ByteBuffer incoming = buffers.incoming();
        if (incoming.remaining() < 5) {
            return false;
        }
        int length = incoming.getShort(incoming.position() + 3) & 0xFFFF;
        return incoming.remaining() >= 5 + length;
    }

    private void readRecord(ByteBuffer target) throws IOException {
        if (target.remaining() >= TlsBuffers.RECORD) {
            afterRecord(unwrapOrFill(target));
        } else {
            buffers.plain().compact();
            try {
                afterRecord(unwrapOrFill(buffers.plain()));
            } finally {
                buffers.plain().flip();
            }
            takePlain(target);
        }
    }

    private void afterRecord(SSLEngineResult result) throws IOException {
        HandshakeStatus status = result.getHandshakeStatus();
        if (status == HandshakeStatus.NEED_TASK) {
            status = runTasks();
        }
        if (status == HandshakeStatus.NEED_WRAP && result.getStatus() != Status.CLOSED) {
            engine.wrap(ByteBuffer.allocate(0), buffers.outgoing());
            flush();
        }
    }

    private void takePlain(ByteBuffer target) {
        ByteBuffer plain = buffers.plain();
        int length = Math.min(plain.remaining(), target.remaining());
        target.put(target.position(), plain, plain.position(), length);
        target.position(target.position() + length);
        plain.position(plain.position() + length);
    }

    /** Encrypts and sends everything; blocks. */
    @Override
    public int write(ByteBuffer source) throws IOException {
        int length = source.remaining();
        while (source.hasRemaining()) {
            SSLEngineResult result = engine.wrap(source, buffers.outgoing());
            if (result.getStatus() == Status.CLOSED) {
                throw new EOFException("the TLS connection is closed for writing");
            }
            if (result.getStatus() == Status.BUFFER_OVERFLOW
                    || buffers.outgoing().remaining() < TlsBuffers.RECORD) {
                flush();
            }
        }
        flush();
        answerKeyUpdates(length);
        return length;
    }

    /** JSSE answers the peer's key updates and keeps its tickets only while it reads. */
    private void answerKeyUpdates(int written) throws IOException {
        writtenSinceLook += written;
        if (writtenSinceLook < LOOK_EVERY) {
            return;
        }
        writtenSinceLook = 0;
        while (!ended && (hasWholeRecord() || socket.socket().getInputStream().available() > 0)) {
            readRecord(ByteBuffer.allocate(TlsBuffers.RECORD));
        }
    }

    /** Sends close_notify and the end of the stream; the other direction stays open for reading. */
    public void shutdownOutput() throws IOException {
        engine.closeOutbound();
        sendAlert();
        socket.shutdownOutput();
    }

    private void sendAlert() throws IOException {
        SSLEngineResult result = engine.wrap(ByteBuffer.allocate(0), buffers.outgoing());
        while (result.bytesProduced() > 0 && !engine.isOutboundDone()) {
            result = engine.wrap(ByteBuffer.allocate(0), buffers.outgoing());
        }
        flush();
    }

    /**
     * Reads what the peer still sends until it ends the connection. TLS 1.3 servers send the tickets that the next data
     * connection needs here, and closing with unread bytes would reset the connection and destroy an upload's tail.
     */
    public void drain() throws IOException {
        ByteBuffer scratch = ByteBuffer.allocate(TlsBuffers.RECORD);
        int read = 0;
        while (read >= 0 && !engine.isInboundDone()) {
            read = read(scratch.clear());
        }
        read = 0;
        while (read >= 0) {
            read = socket.read(scratch.clear());
        }
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
