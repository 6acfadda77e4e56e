// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Incomplete;
import io.github.twinport.ftp.TransferType;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.Watchdog.Watch;
import io.github.twinport.ftp.data.DataConnector;
import io.github.twinport.ftp.data.DataTransfer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.function.BooleanSupplier;

/** Brings the bytes of files from the server (RETR). Belongs to the lane thread. */
final class Downloads {

    private final ControlConnection control;
    private final DataConnector connector;
    private final Representation representation;
    private final FileCommands files;
    private final TransferBlock block;

    Downloads(
            ControlConnection control,
            DataConnector connector,
            Representation representation,
            FileCommands files,
            TransferBlock block) {
        this.control = control;
        this.connector = connector;
        this.representation = representation;
        this.files = files;
        this.block = block;
    }

    /**
     * Moves the file.
     *
     * @param begun is run when the server has accepted the command, before the first byte
     * @param another whether another transfer follows at once
     * @return how many bytes went into the target
     */
    long retrieve(
            Retrieval what, WritableByteChannel target, ByteMeter meter, LocalStep.Begun begun, BooleanSupplier another)
            throws IOException {
        representation.useForTransfer(what.type(), connector);
        Command command = Command.of("RETR", what.file().toString());
        DataTransfer transfer = representation.open(connector, command, what.offset());
        try {
            begun.run();
        } catch (IOException | RuntimeException e) {
            transfer.abort();
            throw e;
        }
        Reception reception = new Reception(what, target, transfer.connection()::compressedBytes);
        try (Watch watch = transfer.watch()) {
            LocalStep.Runner local = new LocalStep.Runner(transfer, watch);
            ByteBuffer bytes = block.forReceiving(transfer.connection(), what.size() - what.offset());
            while (read(transfer, watch, bytes.clear().limit((int) local.run(() -> meter.room(bytes.capacity()))))
                    >= 0) {
                local.run(() -> count(reception.take(bytes.flip()), meter));
            }
            local.run(() -> count(reception.finish(), meter));
        }
        if (what.type() == TransferType.BINARY) {
            Confirmation.await(transfer, reception.position(), () -> transfer.finishReceiving(another.getAsBoolean()));
        } else {
            transfer.finishReceiving(another.getAsBoolean());
        }
        if (transfer.connection().isTruncated()) {
            proveComplete(what, reception);
        }
        return reception.file();
    }

    private static long count(long moved, ByteMeter meter) throws IOException {
        if (moved > 0) {
            meter.moved(moved);
        }
        return moved;
    }

    private int read(DataTransfer transfer, Watch watch, ByteBuffer bytes) throws FtpException {
        transfer.stopIfCancelled();
        transfer.keepControlAlive();
        try {
            int read = transfer.connection().read(bytes);
            watch.progress();
            return read;
        } catch (IOException e) {
            throw transfer.afterFailure(control.watchdog().explain(watch, e));
        }
    }

    /**
     * An end without TLS's close_notify may be somebody's who cuts the connection (RFC 8446, 6.1), and one inside
     * compressed data a server's that compresses wrongly. Servers that never
     * send it can be used all the same where the number of bytes is right; where nothing proves that, the file counts as
     * cut off although the server says that it has sent everything.
     */
    private void proveComplete(Retrieval what, Reception reception) throws FtpException {
        if (what.size() != Entry.UNKNOWN_SIZE && reception.isAllOf(what.size())) {
            return;
        }
        representation.use(TransferType.BINARY);
        long size = files.size(what.file());
        if (size == Entry.UNKNOWN_SIZE || !reception.isAllOf(size)) {
            throw new Incomplete(size, reception.position());
        }
    }
}
