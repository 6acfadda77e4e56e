// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.ResumptionRefused;
import io.github.twinport.ftp.TransferType;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.Watchdog.Watch;
import io.github.twinport.ftp.data.DataConnector;
import io.github.twinport.ftp.data.DataTransfer;
import io.github.twinport.ftp.text.NetworkText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/** Brings the bytes of files to the server (STOR). Belongs to the lane thread. */
final class Uploads {

    /** How many bytes may leave before the server has accepted the command. */
    private static final int SENT_UNASKED = 32 * 1024;

    private final ControlConnection control;
    private final DataConnector connector;
    private final Representation representation;
    private final TransferBlock block;

    Uploads(ControlConnection control, DataConnector connector, Representation representation, TransferBlock block) {
        this.control = control;
        this.connector = connector;
        this.representation = representation;
        this.block = block;
    }

    /**
     * Moves the file, as it is. A server that refuses the data connection for lack of TLS session resumption may say so
     * only after bytes have left. A source that can is then put back to where it was, so that the upload can be done
     * again; with others that is an ordinary refusal.
     *
     * @param behind is sent as soon as the server has visibly ended the data connection; null for nothing
     * @return how many bytes of the source were moved
     */
    long store(
            RemotePath file,
            long offset,
            ReadableByteChannel source,
            ByteMeter meter,
            DataTransfer.@Nullable Behind behind)
            throws IOException {
        representation.useForTransfer(TransferType.BINARY, connector);
        return send(
                Command.of("STOR", file.toString()),
                offset,
                source,
                (transfer, watch) -> sendBlocks(transfer, watch, source, meter),
                (transfer, moved) ->
                        Confirmation.await(transfer, offset + moved, () -> transfer.finishSending(behind)));
    }

    /**
     * Appends to a file that has the given length (APPE); otherwise like {@link #store}. Whoever repeats it has to look at
     * the length first.
     */
    long append(RemotePath file, long length, ReadableByteChannel source, ByteMeter meter) throws IOException {
        representation.useForTransfer(TransferType.BINARY, connector);
        return send(
                Command.of("APPE", file.toString()),
                0,
                source,
                (transfer, watch) -> sendBlocks(transfer, watch, source, meter),
                (transfer, moved) -> Confirmation.await(transfer, length + moved, () -> transfer.finishSending(null)));
    }

    /** Moves the file as text; otherwise like {@link #store}. */
    long storeText(RemotePath file, ReadableByteChannel source, ByteMeter meter, DataTransfer.@Nullable Behind behind)
            throws IOException {
        representation.useForTransfer(TransferType.ASCII, connector);
        return send(
                Command.of("STOR", file.toString()),
                0,
                source,
                (transfer, watch) -> {
                    NetworkText text = new NetworkText(source);
                    long[] counted = {0};
                    sendBlocks(transfer, watch, text, new ByteMeter() {

                        @Override
                        public long room(long most) throws IOException {
                            return meter.room(most);
                        }

                        @Override
                        public void moved(long bytes) throws IOException {
                            meter.moved(text.consumed() - counted[0]);
                            counted[0] = text.consumed();
                        }
                    });
                    return text.consumed();
                },
                (transfer, moved) -> transfer.finishSending(behind));
    }

    private long send(Command command, long offset, ReadableByteChannel source, Movement movement, Ending ending)
            throws IOException {
        long start = source instanceof SeekableByteChannel seekable ? seekable.position() : 0;
        DataTransfer transfer = representation.openForSending(connector, command, offset);
        try {
            long moved;
            try (Watch watch = transfer.watch()) {
                moved = movement.run(transfer, watch);
            }
            ending.run(transfer, moved);
            return moved;
        } catch (ResumptionRefused e) {
            if (source instanceof SeekableByteChannel seekable) {
                seekable.position(start);
            } else if (transfer.connection().hasSent()) {
                // Nobody could send the same bytes again.
                throw new Refused(command.toString(), e.reply());
            }
            throw e;
        }
    }

    /**
     * A short file leaves before the server has accepted the command, which saves a round trip. It fits into the buffers
     * of any network, so nobody hangs where the server refuses and never takes the bytes.
     */
    private static void demandAcceptance(DataTransfer transfer, long length) throws FtpException {
        if (length > SENT_UNASKED) {
            transfer.awaitAcceptance();
        }
    }

    /**
     * Reads and writes block after block. Letting the system copy (sendfile) takes 0.12 instead of 0.20 s of processor
     * time for 1 GiB, but the server at the other end of loopback then needs 1.1 instead of 0.65 s to take it: its bytes
     * come in single pages that nobody has in a cache.
     */
    private long sendBlocks(DataTransfer transfer, Watch watch, ReadableByteChannel source, ByteMeter meter)
            throws IOException {
        LocalStep.Runner local = new LocalStep.Runner(transfer, watch);
        ByteBuffer bytes = block.forSending(transfer.connection());
        long moved = 0;
        while (local.run(() -> (long) source.read(bytes.clear().limit((int) meter.room(TransferBlock.LENGTH)))) >= 0) {
            int length = bytes.flip().remaining();
            moved += length;
            transfer.stopIfCancelled();
            transfer.keepControlAlive();
            demandAcceptance(transfer, moved);
            try {
                while (bytes.hasRemaining()) {
                    transfer.connection().write(bytes);
                    watch.progress();
                }
            } catch (IOException e) {
                throw transfer.afterFailure(control.watchdog().explain(watch, e));
            }
            local.run(() -> {
                meter.moved(length);
                return (long) length;
            });
        }
        return moved;
    }

    /** How the last reply is awaited after so many bytes were sent. */
    @FunctionalInterface
    private interface Ending {
        void run(DataTransfer transfer, long moved) throws IOException;
    }

    /** How the bytes of one source are sent; returns how many it were. */
    @FunctionalInterface
    private interface Movement {
        long run(DataTransfer transfer, Watch watch) throws IOException;
    }
}
