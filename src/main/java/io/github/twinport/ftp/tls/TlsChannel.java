// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import io.github.twinport.ftp.FtpException.CertificateRejected;
import io.github.twinport.ftp.FtpException.TlsFailed;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

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
    private final ClientIdentity identity;
    private final TlsBuffers buffers;
    private boolean greeted;
    private int fullBefore;
    private boolean resumed;
    private boolean closeNotifyReceived;
    private boolean ended;
    private long writtenSinceLook;

    TlsChannel(
            SocketChannel socket,
            SSLEngine engine,
            CertificateVerifier verifier,
            ClientIdentity identity,
            TlsBuffers buffers) {
        this.socket = socket;
        this.engine = engine;
        this.verifier = verifier;
        this.identity = identity;
        this.buffers = buffers;
    }

    /**
     * Sends our first words already now, to save the round trip where the server's readiness is still awaited; {@link
     * #handshake} does it otherwise.
     */
    public void greet() throws IOException {
        if (greeted) {
            return;
        }
        greeted = true;
        fullBefore = verifier.fullHandshakes();
        engine.beginHandshake();
        if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            engine.wrap(ByteBuffer.allocate(0), buffers.outgoing());
            flush();
        }
    }

    /**
     * Shakes hands; blocks.
     *
     * @throws CertificateRejected when the server's certificate was not accepted
     * @throws TlsFailed when TLS itself failed
     * @throws IOException when the connection failed
     */
    public void handshake() throws IOException {
        try {
            greet();
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
            throw failed("TLS handshake failed: ", e.getMessage(), e);
        } catch (EOFException e) {
            throw failed("the server ended the connection during the TLS handshake", "", e);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            // A server may be gone before all that belongs to the handshake is sent: then it is written to in vain.
            throw identity.isMissed() ? failed("TLS handshake failed: ", e.getMessage(), e) : e;
        }
        resumed = verifier.fullHandshakes() == fullBefore;
    }

    private TlsFailed failed(String what, @Nullable String reason, IOException cause) {
        // In TLS 1.3 the refusal comes when the handshake is over on this side.
        String why = identity.isMissed() ? " (the server asks for a certificate of the client)" : "";
        return new TlsFailed(what + reason + why, cause);
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

    /** Whether bytes have come from the network that nobody has read so far. */
    public boolean hasBufferedBytes() {
        return buffers.plain().hasRemaining() || buffers.incoming().hasRemaining();
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
     * @throws TlsFailed when the peer breaks off by an alert or sends what is no TLS
     */
    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            return readPlain(target);
        } catch (SSLException e) {
            throw failed("TLS failed: ", e.getMessage(), e);
        }
    }

    private int readPlain(ByteBuffer target) throws IOException {
        int start = target.position();
        buffers.takePlain(target);
        while (target.position() == start && !ended && target.hasRemaining()) {
            try {
                readRecord(target);
            } catch (EOFException e) {
                break;
            }
        }
        while (target.remaining() >= TlsBuffers.RECORD && !ended && buffers.hasWholeRecord()) {
            readRecord(target);
        }
        int read = target.position() - start;
        return read > 0 || !target.hasRemaining() ? read : -1;
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
            buffers.takePlain(target);
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
        while (!ended
                && (buffers.hasWholeRecord() || socket.socket().getInputStream().available() > 0)) {
            readRecord(ByteBuffer.allocate(TlsBuffers.RECORD));
        }
    }

    /** Sends close_notify and the end of the stream; the other direction stays open for reading. */
    public void shutdownOutput() throws IOException {
        engine.closeOutbound();
        sendAlert();
        socket.shutdownOutput();
    }

    /**
     * Ends TLS while the connection goes on in clear (RFC 4217, 12.3): sends close_notify and waits for the peer's, so
     * that it does not take text in clear for a record. A peer that never answers is waited for no longer than given.
     *
     * @return the connection in clear
     * @throws EOFException when the peer has ended the connection instead
     */
    public ByteChannel leave(Duration patience) throws IOException {
        engine.closeOutbound();
        sendAlert();
        socket.socket().setSoTimeout((int) patience.toMillis());
        try {
            skipUntilCloseNotify();
        } catch (SocketTimeoutException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "the peer does not answer close_notify", e);
        } finally {
            socket.socket().setSoTimeout(0);
        }
        return new ClearedChannel(socket, buffers.incoming());
    }

    private void skipUntilCloseNotify() throws IOException {
        ByteBuffer incoming = buffers.incoming();
        byte[] bytes = new byte[TlsBuffers.RECORD];
        while (!engine.isInboundDone()) {
            if (incoming.hasRemaining() && !ClearedChannel.isRecord(incoming.get(incoming.position()))) {
                return;
            }
            if (buffers.hasWholeRecord()) {
                SSLEngineResult result = engine.unwrap(incoming, buffers.plain().clear());
                if (result.getStatus() == Status.CLOSED) {
                    return;
                }
                continue;
            }
            int room = incoming.capacity() - incoming.remaining();
            int read = socket.socket().getInputStream().read(bytes, 0, Math.min(room, bytes.length));
            if (read < 0) {
                throw new EOFException("the connection ended with TLS");
            }
            incoming.compact().put(bytes, 0, read).flip();
        }
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
