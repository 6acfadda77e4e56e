// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.ResumptionRefused;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.Watchdog.Watch;
import io.github.twinport.ftp.data.DataConnection;
import io.github.twinport.ftp.data.DataConnector;
import io.github.twinport.ftp.data.DataTransfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/** Moves the bytes of files (RETR, STOR). Belongs to the lane thread. */
final class Transfers {

    private static final int BLOCK = 256 * 1024;

    private final ControlConnection control;
    private final DataConnector connector;
    private @Nullable ByteBuffer buffer;
    private boolean binary;
    private boolean anotherExpected;

    Transfers(ControlConnection control, DataConnector connector) {
        this.control = control;
        this.connector = connector;
    }

    void expectAnother(boolean expected) {
        anotherExpected = expected;
    }

    /** TYPE I, once per connection: anything else would change the bytes on their way. */
    void useBinary() throws FtpException {
        if (!binary) {
            Command type = Command.of("TYPE", "I");
            Reply reply = control.execute(type);
            if (!reply.isCompletion()) {
                throw new Refused(type.toString(), reply);
            }
            binary = true;
        }
    }

    long retrieve(RemotePath file, long offset, WritableByteChannel target, ByteMeter meter) throws IOException {
        useBinary();
        DataTransfer transfer = connector.open(Command.of("RETR", file.toString()), offset);
        long moved = 0;
        try (Watch watch = transfer.watch()) {
            ByteBuffer block = blockFor(transfer.connection());
            while (read(transfer, watch, block) >= 0) {
                moved += localResult(transfer, watch, () -> {
                    long length = block.flip().remaining();
                    while (block.hasRemaining()) {
                        target.write(block);
                    }
                    meter.moved(length);
                    return length;
                });
            }
        }
        transfer.finishReceiving(anotherExpected);
        return moved;
    }

    private int read(DataTransfer transfer, Watch watch, ByteBuffer block) throws FtpException {
        stopIfCancelled(transfer);
        try {
            int read = transfer.connection().read(block.clear());
            watch.progress();
            return read;
        } catch (IOException e) {
            throw transfer.afterFailure(control.watchdog().explain(watch, e));
        }
    }

    /**
     * A server that refuses the data connection for lack of TLS session resumption may say so only after bytes have
     * left. A source that can is then put back to where it was, so that the upload can be done again.
     */
    long store(RemotePath file, long offset, ReadableByteChannel source, ByteMeter meter) throws IOException {
        useBinary();
        long start = source instanceof SeekableByteChannel seekable ? seekable.position() : 0;
        DataTransfer transfer = connector.open(Command.of("STOR", file.toString()), offset);
        long[] moved = {0};
        try {
            try (Watch watch = transfer.watch()) {
                if (source instanceof FileChannel whole
                        && !transfer.connection().isEncrypted()) {
                    sendFile(transfer, watch, whole, meter, moved);
                } else {
                    sendBlocks(transfer, watch, source, meter, moved);
                }
            }
            transfer.finishSending(anotherExpected);
            return moved[0];
        } catch (ResumptionRefused e) {
            if (source instanceof SeekableByteChannel seekable) {
                seekable.position(start);
            }
            throw e;
        }
    }

    /** Lets the system copy from the file to the socket. */
    private void sendFile(DataTransfer transfer, Watch watch, FileChannel source, ByteMeter meter, long[] moved)
            throws IOException {
        long start = localResult(transfer, watch, source::position);
        while (true) {
            long position = start + moved[0];
            long left = localResult(transfer, watch, () -> source.size() - position);
            if (left <= 0) {
                return;
            }
            stopIfCancelled(transfer);
            long sent;
            try {
                sent = transfer.connection().send(source, position, Math.min(left, BLOCK));
            } catch (IOException e) {
                throw transfer.afterFailure(control.watchdog().explain(watch, e));
            }
            moved[0] += sent;
            localResult(transfer, watch, () -> {
                meter.moved(sent);
                return sent;
            });
        }
    }

    private void sendBlocks(
            DataTransfer transfer, Watch watch, ReadableByteChannel source, ByteMeter meter, long[] moved)
            throws IOException {
        ByteBuffer block = blockFor(transfer.connection());
        while (localResult(transfer, watch, () -> (long) source.read(block.clear())) >= 0) {
            int length = block.flip().remaining();
            moved[0] += length;
            stopIfCancelled(transfer);
            try {
                while (block.hasRemaining()) {
                    transfer.connection().write(block);
                    watch.progress();
                }
            } catch (IOException e) {
                throw transfer.afterFailure(control.watchdog().explain(watch, e));
            }
            localResult(transfer, watch, () -> {
                meter.moved(length);
                return (long) length;
            });
        }
    }

    private void stopIfCancelled(DataTransfer transfer) throws Cancelled {
        if (control.watchdog().isCancelled()) {
            transfer.abort();
            throw new Cancelled();
        }
    }

    /**
     * Runs what concerns this computer, which may take as long as it likes: a slow disk or a speed limit is not the
     * server's fault. When it fails the transfer is broken off and the failure goes on unchanged.
     */
    private static long localResult(DataTransfer transfer, Watch watch, LocalStep step) throws IOException {
        watch.pause();
        try {
            long result = step.run();
            watch.progress();
            return result;
        } catch (IOException | RuntimeException e) {
            transfer.abort();
            throw e;
        }
    }

    /** Direct for sockets in clear; on the heap for TLS, whose ciphers would copy out of a direct buffer. */
    private ByteBuffer blockFor(DataConnection connection) {
        ByteBuffer block = buffer;
        if (block == null) {
            block = connection.isEncrypted() ? ByteBuffer.allocate(BLOCK) : ByteBuffer.allocateDirect(BLOCK);
            buffer = block;
        }
        return block;
    }

    /** Something on this computer that may fail. */
    @FunctionalInterface
    private interface LocalStep {
        long run() throws IOException;
    }
}
