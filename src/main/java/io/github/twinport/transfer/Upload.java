// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.UploadEnd;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Brings one file to a server: under a temporary name beside its target, checked, with its time, then renamed. What has
 * arrived of an unchanged source is kept for the next attempt. Belongs to one worker.
 */
final class Upload {

    private static final Logger LOG = System.getLogger(Upload.class.getName());

    /** For files of up to this many bytes waits count more than bytes. */
    private static final long SHORT = 256 * 1024;

    private final Attempt attempt;
    private final WorkerConnection connection;
    private final Explainer explainer;
    private final Clock clock;
    private final Path local;
    private RemoteTarget target;
    private ContentCheck content;

    Upload(Attempt attempt, WorkerConnection connection, Explainer explainer, Clock clock) {
        this.clock = clock;
        this.attempt = attempt;
        this.connection = connection;
        this.explainer = explainer;
        local = attempt.request().local();
        target = target(attempt.request().remote());
        content = ContentCheck.none(connection);
    }

    Outcome run() throws IOException {
        BasicFileAttributes found = Files.readAttributes(local, BasicFileAttributes.class);
        if (!found.isRegularFile()) {
            return new Outcome.Skipped(explainer.notAFile());
        }
        Timestamp modified = new Timestamp(found.lastModifiedTime().toInstant(), Precision.FRACTION);
        Partial source = Partial.begun(target.temporary().name(), found.size(), modified);
        Partial partial = attempt.partial();
        if (partial != null
                && partial.complete()
                && !attempt.request().isText()
                && partial.isOf(found.size(), modified)
                && target.hasArrived(found.size())) {
            attempt.flow().restart(found.size());
            attempt.partial(null);
            return new Outcome.Done();
        }
        boolean begun = partial != null && !attempt.request().rules().temporaryNames();
        Entry existing = begun ? null : existing();
        if (existing == null) {
            return toTemporary(source, modified, false);
        }
        if (existing.isFolder()) {
            throw new TransferException.TargetIsFolder(existing.name());
        }
        if (isCutOff(existing, source, modified)) {
            return toTemporary(source, modified, true);
        }
        return switch (attempt.decision(sourceEntry(source), existing)) {
            case null -> new Outcome.Conflicting(sourceEntry(source), existing);
            case SKIP -> new Outcome.Skipped("");
            case RESUME ->
                attempt.request().isText()
                        ? toTemporary(source, modified, true)
                        : resumeTarget(existing, source, modified);
            case OVERWRITE -> toTemporary(source, modified, true);
            case RENAME -> {
                keepBoth();
                yield toTemporary(source, modified, false);
            }
        };
    }

    /** Removes the temporary file of a cancelled upload, if it is there; fails when it may be removed later. */
    static void removeTemporary(Attempt attempt, WorkerConnection connection) throws IOException {
        RemoteTarget target = target(attempt, connection, attempt.request().remote());
        try {
            // Under its last name nobody knows whether it is ours or what stood there before.
            if (attempt.request().rules().temporaryNames()) {
                connection.deleteFile(target.temporary());
            }
        } catch (FtpException.Refused e) {
            if (e.reply().isTransientRefusal()) {
                throw e;
            }
            // It is not there any more, or the server does not let us: nothing else can be done about it.
        }
    }

    private RemoteTarget target(RemotePath path) {
        return target(attempt, connection, path);
    }

    private static RemoteTarget target(Attempt attempt, WorkerConnection connection, RemotePath path) {
        String name = attempt.names().beside(path, TemporaryNames.Form.HIDDEN, attempt.partial());
        return new RemoteTarget(connection, path, name);
    }

    private @Nullable Entry existing() throws IOException {
        Target known = attempt.target();
        Entry entry = known.looked() && attempt.partial() == null ? known.entry() : target.existing();
        return entry == null ? null : withExactTime(entry);
    }

    /** LIST tells minutes or days in the server's own zone; MDTM tells seconds in UTC. */
    private Entry withExactTime(Entry entry) throws IOException {
        Timestamp listed = entry.modified();
        boolean exact = listed != null && listed.precision().compareTo(Precision.SECOND) >= 0;
        if (exact || !attempt.request().rules().existing().needsTimes()) {
            return entry;
        }
        Timestamp told = connection.modified(target.path());
        return told == null ? entry : entry.withModified(told);
    }

    private Entry sourceEntry(Partial source) {
        String name = attempt.request().remote().name();
        return new Entry(name, EntryKind.FILE, source.size(), source.modified(), "", "", "", null);
    }

    private void keepBoth() throws IOException {
        RemotePath remote = attempt.request().remote();
        FreeName names =
                new FreeName(attempt.request().rules().renamePattern(), LocalDateTime.now(clock), remote.syntax());
        RemotePath free = new FreePlace(connection, names).beside(remote);
        attempt.retarget(attempt.request().withPlaces(local, free));
        target = target(free);
    }

    private Outcome toTemporary(Partial local, Timestamp modified, boolean replace) throws IOException {
        if (!attempt.request().rules().temporaryNames()) {
            return toLastName(local.named(target.path().name()), modified);
        }
        Partial source = local.named(target.temporary().name());
        long there = kept(target.temporary(), source, modified);
        attempt.partial(source);
        content = ContentCheck.of(attempt.request(), source.size(), connection);
        boolean inOne = !replace
                && source.size() <= SHORT
                && !attempt.request().isText()
                && !content.isWanted()
                && !attempt.request().rules().permissions()
                && connection.tellsSizes();
        if (inOne) {
            sendWithEnd(source, modified, there);
        } else {
            try {
                send(target.temporary(), there, source.size());
                checkArrived(target.temporary(), source.size());
            } catch (FtpException.Incomplete | TransferException.DigestDiffers e) {
                discard();
                throw e;
            }
            attempt.partial(source.completed());
        }
        attempt.check();
        if (inOne) {
            endInOne(source, modified);
        } else {
            finish(target.temporary(), modified);
            place(source, modified, replace);
        }
        attempt.partial(null);
        return new Outcome.Done();
    }

    /**
     * Sends a file that may get its last name before anybody here knows that all of it has arrived. Even where the server
     * has refused it in the end, what stands there then is ours.
     */
    private void sendWithEnd(Partial source, Timestamp modified, long there) throws IOException {
        attempt.partial(source.completed());
        connection.planEnd(target.temporary(), modified.instant(), target.path());
        try {
            send(target.temporary(), there, source.size());
        } catch (FtpException.Incomplete e) {
            // The local file has become shorter or longer meanwhile.
            UploadEnd end = connection.endUpload(target.temporary(), modified.instant(), target.path());
            connection.deleteFile(end.refused() == null ? target.path() : target.temporary());
            attempt.partial(null);
            throw e;
        }
    }

    /**
     * Whether the target is what an earlier attempt has renamed before it could learn that not all had arrived, see
     * {@link #endInOne}.
     */
    private boolean isCutOff(Entry existing, Partial source, Timestamp modified) throws IOException {
        Partial partial = attempt.partial();
        return partial != null
                && partial.complete()
                && partial.isOf(source.size(), modified)
                && source.size() <= SHORT
                && !attempt.request().isText()
                && existing.size() != Entry.UNKNOWN_SIZE
                && existing.size() < source.size()
                && target.temporarySize() == Entry.UNKNOWN_SIZE
                && isSame(target.path(), existing.size());
    }

    /** Gives a complete file the time and, where wanted, the permissions of its source. */
    private void finish(RemotePath file, Timestamp modified) throws IOException {
        connection.setModified(file, modified.instant());
        if (attempt.request().rules().permissions()) {
            new UploadedPermissions(connection).copy(local, file);
        }
    }

    /** How much of a file that an earlier attempt has begun can be kept, in bytes. */
    private long kept(RemotePath file, Partial source, Timestamp modified) throws IOException {
        Partial partial = attempt.partial();
        if (partial == null || attempt.request().isText()) {
            return 0;
        }
        long there = partial.isOf(source.size(), modified) ? Math.max(0, target.size(file)) : source.size() + 1;
        if (there <= source.size() && isSame(file, there)) {
            return there;
        }
        connection.note("beginning " + file + " again: its source is not what it was when it was begun");
        return 0;
    }

    /** For servers that forbid renames: what stands at the target is lost as soon as this begins. */
    private Outcome toLastName(Partial source, Timestamp modified) throws IOException {
        long there = kept(target.path(), source, modified);
        attempt.partial(source);
        content = ContentCheck.of(attempt.request(), source.size(), connection);
        send(target.path(), there, source.size());
        checkArrived(target.path(), source.size());
        finish(target.path(), modified);
        attempt.partial(null);
        return new Outcome.Done();
    }

    private void place(Partial source, Timestamp modified, boolean replace) throws IOException {
        try {
            target.place(replace, attempt.request().isText() ? Entry.UNKNOWN_SIZE : source.size());
        } catch (FtpException.Refused e) {
            sendToLastName(source, modified, e);
        }
    }

    /**
     * Where nothing stands at the target and the file is soon sent again, nothing is lost if its length turns out to be
     * wrong only after the renaming: then the length need not be awaited before it.
     */
    private void endInOne(Partial source, Timestamp modified) throws IOException {
        UploadEnd end = connection.endUpload(target.temporary(), modified.instant(), target.path());
        FtpException.Refused refused = end.refused();
        RemotePath place = refused == null ? target.path() : target.temporary();
        // A server that could not tell just then is asked once more.
        long length = end.length() == Entry.UNKNOWN_SIZE ? target.size(place) : end.length();
        if (length != Entry.UNKNOWN_SIZE && length != source.size()) {
            connection.deleteFile(place);
            attempt.partial(null);
            throw new FtpException.Incomplete(source.size(), length);
        }
        if (refused != null) {
            sendToLastName(source, modified, refused);
        }
    }

    /** Without RNFR there is no other way than the last name itself. */
    private void sendToLastName(Partial source, Timestamp modified, FtpException.Refused refused) throws IOException {
        if (!refused.reply().isNotImplemented()) {
            throw refused;
        }
        discard();
        send(target.path(), 0, source.size());
        checkArrived(target.path(), source.size());
        finish(target.path(), modified);
    }

    private void discard() throws IOException {
        try {
            removeTemporary(attempt, connection);
        } catch (FtpException.Refused e) {
            // The next attempt begins it anew.
            LOG.log(Level.DEBUG, "a temporary file cannot be removed now", e);
        }
        attempt.partial(null);
    }

    /** Appends what is missing to the target itself, which the user knows to be incomplete. */
    private Outcome resumeTarget(Entry existing, Partial source, Timestamp modified) throws IOException {
        long there = existing.size() == Entry.UNKNOWN_SIZE ? connection.size(target.path()) : existing.size();
        if (there > source.size()) {
            throw new TransferException.TargetIsLonger(existing.name());
        }
        if (!isSame(target.path(), Math.max(0, there))) {
            throw new TransferException.ContentDiffers(existing.name());
        }
        content = ContentCheck.of(attempt.request(), source.size(), connection);
        send(target.path(), Math.max(0, there), source.size());
        checkLength(target.path(), source.size());
        if (!content.isSame(target.path())) {
            return toTemporary(source, modified, true);
        }
        finish(target.path(), modified);
        return new Outcome.Done();
    }

    /** Whether the end of what the server has is what the local file holds there. */
    private boolean isSame(RemotePath file, long position) throws IOException {
        if (position == 0) {
            return true;
        }
        var expected = OverlapChannel.before(local, position);
        try (OverlapChannel overlap = new OverlapChannel(expected, file.name(), null)) {
            connection.retrieve(file, position - expected.remaining(), overlap, bytes -> attempt.check());
            overlap.demandAll();
            return true;
        } catch (TransferException.ContentDiffers | FtpException.Refused e) {
            return false;
        }
    }

    /** Sends the file from the given position on. */
    private void send(RemotePath file, long position, long size) throws IOException {
        try {
            sendOnce(file, position, size);
        } catch (FtpException.Refused e) {
            boolean maybeNoFolder = e.reply().code() == 550 || e.reply().code() == 553;
            if (!maybeNoFolder || position > 0 || !new RemoteFolders(connection).makeMissing(target.folder())) {
                throw e;
            }
            sendOnce(file, position, size);
        }
    }

    private void sendOnce(RemotePath file, long position, long size) throws IOException {
        attempt.awaitStart();
        attempt.flow().restart(position);
        long length = position;
        content.restart(local, position);
        if (position == 0 || position < size) {
            try (FileChannel channel = FileChannel.open(local, StandardOpenOption.READ)) {
                channel.position(position);
                length += attempt.request().isText()
                        ? connection.storeText(file, channel, attempt)
                        : connection.store(file, position, content.passing(channel), attempt);
            }
        }
        if (length != size) {
            throw new FtpException.Incomplete(size, length);
        }
    }

    /** Compares length and content with what the server has, and sends once more what arrived damaged. */
    private void checkArrived(RemotePath file, long size) throws IOException {
        checkLength(file, size);
        if (!content.isSame(file)) {
            send(file, 0, size);
            checkLength(file, size);
            content.demandSame(file);
        }
    }

    /** Compares the length that the server has with the one it should have. */
    private void checkLength(RemotePath file, long size) throws IOException {
        // What the server keeps of text has its own line ends and so its own length.
        long arrived = attempt.request().isText() ? size : target.size(file);
        if (arrived != Entry.UNKNOWN_SIZE && arrived != size) {
            throw new FtpException.Incomplete(size, arrived);
        }
    }
}
