// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import io.github.twinport.ftp.listing.FactLine;
import io.github.twinport.ftp.listing.MlsxLine;
import io.github.twinport.ftp.listing.TimeText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commands that need no data connection (RFC 959, RFC 3659, draft-somers-ftp-mfxx). Belongs to the lane thread. */
final class FileCommands {

    private final ControlConnection control;
    private final Pipeline pipeline;
    private final Features features;
    private @Nullable RemotePath current;
    private boolean timesCannotBeSet;

    FileCommands(ControlConnection control, Pipeline pipeline, Features features) {
        this.control = control;
        this.pipeline = pipeline;
        this.features = features;
    }

    void changeFolder(RemotePath folder) throws FtpException {
        changeFolder(folder, () -> {});
    }

    /** Goes into a folder; what comes behind leaves in the same packet. */
    void changeFolder(RemotePath folder, Behind behind) throws FtpException {
        if (!folder.equals(current)) {
            current = null;
            PendingReply pending = control.send(Command.of("CWD", folder.folderText()));
            behind.send();
            demandCompletion(pending.command(), control.await(pending));
            current = folder;
        }
    }

    RemotePath enterFolder(RemotePath folder) throws FtpException {
        changeFolder(folder);
        return PathReply.parse(control.execute(Command.of("PWD")));
    }

    long size(RemotePath file) throws FtpException {
        return length(control.execute(Command.of("SIZE", file.toString())));
    }

    long sizeOrRefusal(RemotePath file) throws FtpException {
        Command command = Command.of("SIZE", file.toString());
        Reply reply = control.execute(command);
        if (reply.isTransientRefusal()) {
            throw new Refused(command.toString(), reply);
        }
        return length(reply);
    }

    SizeAndTime sizeAndTime(RemotePath file) throws FtpException {
        List<Reply> replies =
                pipeline.executeAll(List.of(Command.of("SIZE", file.toString()), Command.of("MDTM", file.toString())));
        return new SizeAndTime(length(replies.getFirst()), time(replies.getLast()));
    }

    private static long length(Reply reply) {
        try {
            return reply.code() == 213 ? Long.parseLong(reply.text()) : Entry.UNKNOWN_SIZE;
        } catch (NumberFormatException e) {
            return Entry.UNKNOWN_SIZE;
        }
    }

    @Nullable
    Timestamp modified(RemotePath file) throws FtpException {
        return modified(askModified(file));
    }

    /** Asks for a file's time; the question leaves with what comes next. */
    PendingReply askModified(RemotePath file) throws FtpException {
        return control.send(Command.of("MDTM", file.toString()));
    }

    /** The answer to {@link #askModified}. */
    @Nullable
    Timestamp modified(PendingReply asked) throws FtpException {
        return time(control.await(asked));
    }

    private static @Nullable Timestamp time(Reply reply) {
        return reply.code() == 213 ? TimeText.parse(reply.text()) : null;
    }

    /** MLST: all that the server tells of one file or folder; empty where it has no such command or says nothing. */
    Optional<FactLine> facts(RemotePath path) throws FtpException {
        if (!features.has("MLST")) {
            return Optional.empty();
        }
        Command command = Command.of("MLST", path.toString());
        Reply reply = control.execute(command);
        if (reply.isNotImplemented()) {
            return Optional.empty();
        }
        if (!reply.isCompletion()) {
            throw new Refused(command.toString(), reply);
        }
        // Besides the facts there are a heading, an end, and from Apache FtpServer an empty line.
        return reply.lines().stream()
                .map(MlsxLine::parse)
                .filter(Objects::nonNull)
                .findFirst();
    }

    boolean setModified(RemotePath file, Instant time) throws FtpException {
        PendingReply pending = sendModified(file, time);
        if (pending == null) {
            return false;
        }
        Reply reply = take(pending);
        // A server that could not do it just then is asked once more.
        return (reply.isTransientRefusal() ? take(control.send(timeCommand(file, time))) : reply).isCompletion();
    }

    private @Nullable PendingReply sendModified(RemotePath file, Instant time) throws FtpException {
        if (timesCannotBeSet) {
            return null;
        }
        return control.send(timeCommand(file, time));
    }

    /** MFMT where the server has it, otherwise MDTM with a time, which vsftpd and some others take. */
    Command timeCommand(RemotePath file, Instant time) {
        return Command.of(features.has("MFMT") ? "MFMT" : "MDTM", TimeText.format(time) + " " + file);
    }

    private Reply take(PendingReply time) throws FtpException {
        Reply reply = control.await(time);
        timesCannotBeSet = time.command().verb().equals("MDTM") && reply.isRefusal() && !reply.isTransientRefusal();
        return reply;
    }

    /** Queues what ends an upload under a temporary name; it leaves with the next flush. */
    UploadCommands sendUploadEnd(RemotePath temporary, Instant time, RemotePath target) throws FtpException {
        return new UploadCommands(
                control.send(Command.of("SIZE", temporary.toString())),
                sendModified(temporary, time),
                control.send(Command.of("RNFR", temporary.toString())),
                control.send(Command.of("RNTO", target.toString())));
    }

    /** The same as {@link #sendUploadEnd} and {@link #uploadEnd} for a server that has not shown that it copes. */
    UploadEnd uploadEndInSteps(RemotePath temporary, Instant time, RemotePath target) throws FtpException {
        long length = size(temporary);
        setModified(temporary, time);
        try {
            rename(temporary, target);
            return new UploadEnd(length, null);
        } catch (Refused e) {
            return new UploadEnd(length, e);
        }
    }

    /** Waits for the replies to {@link #sendUploadEnd}, which was called for the same time and target. */
    UploadEnd uploadEnd(UploadCommands commands, Instant modified, RemotePath target) throws FtpException {
        long length = length(control.await(commands.size()));
        PendingReply time = commands.time();
        boolean timeAgain = time != null && take(time).isTransientRefusal();
        Reply from = control.await(commands.from());
        Reply to = control.await(commands.to());
        if (from.isRefusal()) {
            return new UploadEnd(length, new Refused(commands.from().command().toString(), from));
        }
        if (!to.isCompletion()) {
            return new UploadEnd(length, new Refused(commands.to().command().toString(), to));
        }
        if (timeAgain) {
            setModified(target, modified);
        }
        return new UploadEnd(length, null);
    }

    void makeFolder(RemotePath folder) throws FtpException {
        demandCompletion(Command.of("MKD", folder.folderText()));
    }

    void removeFolder(RemotePath folder) throws FtpException {
        leave(folder);
        demandCompletion(Command.of("RMD", folder.folderText()));
    }

    void deleteFile(RemotePath file) throws FtpException {
        demandCompletion(Command.of("DELE", file.toString()));
    }

    /** Both commands leave in one packet where the server copes: one that refuses RNFR refuses RNTO too. */
    void rename(RemotePath from, RemotePath to) throws FtpException {
        leave(from);
        Command first = Command.of("RNFR", from.toString());
        Command second = Command.of("RNTO", to.toString());
        List<Reply> replies = pipeline.executePair(first, second);
        if (replies.getFirst().isRefusal()) {
            throw new Refused(first.toString(), replies.getFirst());
        }
        if (!replies.getLast().isCompletion()) {
            throw new Refused(second.toString(), replies.getLast());
        }
    }

    void changePermissions(RemotePath path, int mode) throws FtpException {
        demandCompletion(permissionsCommand(path, mode));
    }

    static Command permissionsCommand(RemotePath path, int mode) {
        return Command.of("SITE", "CHMOD " + Integer.toOctalString(mode) + " " + path);
    }

    /** Some servers (those on Windows) do not remove or move the folder that a session is in. */
    void leave(RemotePath folder) throws FtpException {
        if (current != null && current.startsWith(folder)) {
            RemotePath parent = folder.parent();
            changeFolder(parent == null ? RemotePath.ROOT : parent);
        }
    }

    private void demandCompletion(Command command) throws FtpException {
        demandCompletion(command, control.execute(command));
    }

    private static void demandCompletion(Command command, Reply reply) throws Refused {
        if (!reply.isCompletion()) {
            throw new Refused(command.toString(), reply);
        }
    }

    /** Sends what does not wait for the reply to the command before. */
    @FunctionalInterface
    interface Behind {
        void send() throws FtpException;
    }
}
