// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Proof;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Sends the bytes of one file, all or the rest of them, and proves that they have arrived where they belong. Belongs to
 * one worker.
 */
final class UploadedBytes {

    /** How much on each side of the place where an upload went on is compared, in bytes. */
    private static final int SEAM = 32 * 1024;

    /** What lies behind the seam is read back where it is not longer than this, in bytes. */
    private static final long SHORT = 1024 * 1024;

    private final UploadWork work;
    private final Attempt attempt;
    private final WorkerConnection connection;
    private final UploadSource source;
    private final RemoteTarget target;
    private final ServerContent server;
    private final ContentCheck content;

    UploadedBytes(UploadWork work, UploadSource source, RemoteTarget target) throws IOException {
        this.work = work;
        this.source = source;
        this.target = target;
        attempt = work.attempt();
        connection = work.connection();
        server = work.content();
        content = ContentCheck.of(attempt.request(), source.size(), connection);
    }

    /** Whether the server's digest of the file will be asked for. */
    boolean isDigested() {
        return content.isWanted();
    }

    /**
     * How much of a file that an earlier attempt has begun can be kept, in bytes.
     *
     * @param partial what that attempt has noted, null when there was none
     */
    long kept(RemotePath file, @Nullable Partial partial) throws IOException {
        if (partial == null || attempt.request().isText()) {
            return 0;
        }
        long there =
                partial.isOf(source.size(), source.modified()) ? Math.max(0, target.size(file)) : source.size() + 1;
        if (there <= source.size() && server.beginning(file, there) == ServerContent.Answer.SAME) {
            return there;
        }
        connection.note("beginning " + file + " again: its source is not what it was when it was begun");
        return 0;
    }

    /** Sends the file from the given position on, or from its beginning where the server cannot go on there. */
    void send(RemotePath file, long position) throws IOException {
        if (position == 0) {
            fromTheStart(file);
        } else if (!goOn(file, position)) {
            connection.note("beginning " + file + " again: the server cannot go on in the middle of it");
            demandLength(whole(file));
        }
    }

    private void fromTheStart(RemotePath file) throws IOException {
        try {
            demandLength(whole(file));
        } catch (FtpException.Refused e) {
            boolean maybeNoFolder = e.reply().code() == 550 || e.reply().code() == 553;
            if (!maybeNoFolder || !new RemoteFolders(connection).makeMissing(target.folder())) {
                throw e;
            }
            demandLength(whole(file));
        }
    }

    private long whole(RemotePath file) throws IOException {
        return from(
                0,
                channel -> attempt.request().isText()
                        ? connection.storeText(file, channel, attempt)
                        : connection.store(file, 0, content.passing(channel), attempt));
    }

    /**
     * Goes on where an earlier attempt has ended. A server may take REST and then begin a new file, so that nobody sees from
     * the length that its beginning is lost. Until a server has shown that it does not, a long rest is appended, whose
     * length is proof, and after a short one both sides of the seam are read back.
     *
     * @return false where the file has to be sent from its beginning; what the server has of it is worth nothing then
     */
    boolean goOn(RemotePath file, long position) throws IOException {
        if (position == source.size()) {
            demandLength(from(position, channel -> 0));
            return true;
        }
        Proof resuming = work.profile().resuming();
        boolean isLong = source.size() - position > SHORT;
        if (resuming == Proof.REFUSED || (resuming == Proof.UNKNOWN && isLong && isOurs(file))) {
            Appended appended = append(file, position);
            if (appended != Appended.REFUSED || resuming == Proof.REFUSED) {
                return appended == Appended.DONE;
            }
        }
        try {
            demandLength(
                    from(position, channel -> connection.store(file, position, content.passing(channel), attempt)));
        } catch (FtpException.Refused e) {
            if (!e.command().startsWith("REST") || e.reply().isTransientRefusal()) {
                throw e;
            }
            learn(Proof.REFUSED);
            return append(file, position) == Appended.DONE;
        }
        return resuming == Proof.WORKS || isSeamProven(file, position);
    }

    private boolean isSeamProven(RemotePath file, long position) throws IOException {
        ServerContent.Answer seam =
                server.piece(file, Math.max(0, position - SEAM), Math.min(source.size(), position + SEAM));
        if (seam != ServerContent.Answer.UNREADABLE) {
            learn(seam == ServerContent.Answer.SAME ? Proof.WORKS : Proof.REFUSED);
        }
        return seam == ServerContent.Answer.SAME;
    }

    /** What became of an attempt to append. */
    private enum Appended {
        /** The file has its right length. */
        DONE,
        /** Nothing was done. */
        REFUSED,
        /** The file has another length than it should. */
        WRONG
    }

    /** Only to a file of our own, which nobody else writes to. */
    private Appended append(RemotePath file, long position) throws IOException {
        if (!isOurs(file)) {
            return Appended.REFUSED;
        }
        try {
            demandLength(
                    from(position, channel -> connection.append(file, position, content.passing(channel), attempt)));
        } catch (FtpException.Refused e) {
            if (e.reply().isTransientRefusal()) {
                throw e;
            }
            return Appended.REFUSED;
        } catch (FtpException.Incomplete e) {
            if (e.expected() == position) {
                // It has grown since: what a session that has ended meanwhile had still on its way has come.
                return Appended.REFUSED;
            }
            throw e;
        }
        return target.size(file) == source.size() ? Appended.DONE : Appended.WRONG;
    }

    private boolean isOurs(RemotePath file) {
        return file.equals(target.temporary());
    }

    /** Opens the source at a position; returns where it has been read to. */
    private long from(long position, Movement movement) throws IOException {
        attempt.awaitStart();
        attempt.flow().restart(position);
        content.restart(source.path(), position);
        try (FileChannel channel = FileChannel.open(source.path(), StandardOpenOption.READ)) {
            channel.position(position);
            return position + movement.move(channel);
        }
    }

    private void demandLength(long sent) throws FtpException.Incomplete {
        if (sent != source.size()) {
            throw new FtpException.Incomplete(source.size(), sent);
        }
    }

    /** Compares length and content with what the server has, and sends once more what arrived damaged. */
    void checkArrived(RemotePath file) throws IOException {
        checkLength(file);
        if (!content.isSame(file)) {
            send(file, 0);
            checkLength(file);
            content.demandSame(file);
        }
    }

    /** Whether the server's digest, where it is wanted, is that of what has passed. */
    boolean isSame(RemotePath file) throws IOException {
        return content.isSame(file);
    }

    /** Compares the length that the server has with the one it should have. */
    void checkLength(RemotePath file) throws IOException {
        // What the server keeps of text has its own line ends and so its own length.
        long arrived = attempt.request().isText() ? source.size() : target.size(file);
        if (arrived != Entry.UNKNOWN_SIZE && arrived != source.size()) {
            throw new FtpException.Incomplete(source.size(), arrived);
        }
    }

    private void learn(Proof resuming) throws IOException {
        work.learn(known -> known.withResuming(resuming));
    }

    /** Moves bytes from where the channel stands; returns how many of the source. */
    @FunctionalInterface
    private interface Movement {
        long move(FileChannel channel) throws IOException;
    }
}
