// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.ResumptionRefused;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.data.DataConnector;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends uploads under temporary names: length, time and last name, with the question for the next data connection in one
 * packet. That packet leaves as soon as the server has visibly ended the data connection, in the time of its last reply
 * on the upload; vsftpd takes a whole round trip for that reply. Where that is refused it is said once more after the
 * reply, and from then on always. Belongs to the lane thread.
 */
public final class UploadEnds {

    private final ControlConnection control;
    private final Pipeline pipeline;
    private final FileCommands files;
    private final DataConnector connector;
    private final Uploads uploads;
    private final BooleanSupplier another;
    private boolean refusedEarly;
    private @Nullable Said early;

    /** What has been said for an upload. */
    private record Said(RemotePath temporary, Instant time, RemotePath target, UploadCommands commands) {}

    /**
     * For one control connection.
     *
     * @param another whether another transfer follows at once
     */
    UploadEnds(
            ControlConnection control,
            Pipeline pipeline,
            FileCommands files,
            DataConnector connector,
            Uploads uploads,
            BooleanSupplier another) {
        this.control = control;
        this.pipeline = pipeline;
        this.files = files;
        this.connector = connector;
        this.uploads = uploads;
        this.another = another;
    }

    /**
     * Uploads a file or the rest of one that {@link #end} will end. What that says leaves already when the server has read
     * everything, where it copes. If the upload fails nothing is left under the last name; if the connection breaks the
     * file may have it or not.
     *
     * @param offset where in the server's file to begin, in bytes; the source is read from its present position
     * @param source gives the bytes
     * @param meter is told about every block
     * @param time what the file's time will be
     * @param target what the file's last name will be
     * @return how many bytes were moved
     * @throws IOException what the source or the meter threw, after the transfer was broken off
     */
    public long store(
            RemotePath temporary,
            long offset,
            ReadableByteChannel source,
            ByteMeter meter,
            Instant time,
            RemotePath target)
            throws IOException {
        early = null;
        if (refusedEarly || !pipeline.isProven()) {
            return uploads.store(temporary, offset, source, meter, null);
        }
        try {
            return uploads.store(
                    temporary,
                    offset,
                    source,
                    meter,
                    () -> early = new Said(temporary, time, target, send(temporary, time, target)));
        } catch (Refused | ResumptionRefused e) {
            undo();
            throw e;
        }
    }

    /**
     * Appends the rest of a file where REST is not to be trusted. The length is asked for anew each time, so that a second
     * try after a lost reply appends nothing twice.
     *
     * @param length how much of the source the server's file has, in bytes
     * @param source gives the bytes from its present position on
     * @param meter is told about every block
     * @return how many bytes were moved
     * @throws FtpException.Incomplete when the server's file has another length
     * @throws IOException what the source or the meter threw, after the transfer was broken off
     */
    public long append(RemotePath file, long length, ReadableByteChannel source, ByteMeter meter) throws IOException {
        long there = files.size(file);
        if (there != length) {
            throw new FtpException.Incomplete(length, there);
        }
        return uploads.append(file, length, source, meter);
    }

    /**
     * Ends an upload under a temporary name: asks for its length, sets its time and gives it its last name; or takes the
     * replies where {@link #store} has asked for it already.
     *
     * @throws FtpException when the connection breaks; what the server refuses is in the result
     */
    public UploadEnd end(RemotePath temporary, Instant time, RemotePath target) throws FtpException {
        Said sent = early;
        early = null;
        if (sent != null && sent.temporary().equals(temporary)) {
            UploadEnd end = await(sent);
            if (end.refused() == null && end.length() != Entry.UNKNOWN_SIZE) {
                return end;
            }
            control.log().note("refused before the end of the upload: asked for once more");
            refusedEarly = true;
            return end.refused() == null ? end : files.uploadEndInSteps(temporary, time, target);
        }
        if (!pipeline.isProven()) {
            return files.uploadEndInSteps(temporary, time, target);
        }
        return await(new Said(temporary, time, target, send(temporary, time, target)));
    }

    /** After the server has said that the upload has failed: nothing incomplete stays under its last name. */
    private void undo() throws FtpException {
        Said sent = early;
        early = null;
        if (sent == null || control.broken() != null || await(sent).refused() != null) {
            return;
        }
        try {
            files.deleteFile(sent.target());
        } catch (Refused e) {
            control.log().note("an incomplete file stays: " + e.getMessage());
        }
    }

    private UploadCommands send(RemotePath temporary, Instant time, RemotePath target) throws FtpException {
        UploadCommands commands = files.sendUploadEnd(temporary, time, target);
        if (another.getAsBoolean()) {
            connector.sendAhead();
        }
        return commands;
    }

    /** A server that does not answer to all of it gets one command at a time on the next connection. */
    private UploadEnd await(Said sent) throws FtpException {
        try {
            return files.uploadEnd(sent.commands(), sent.time(), sent.target());
        } catch (TimedOut | ProtocolViolation e) {
            pipeline.refuse();
            throw e;
        }
    }
}
