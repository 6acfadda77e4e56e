// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.files.UnixPermissions;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.Retrieval;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings one file from a server: under a temporary name beside its target, checked, with its time, then renamed. What
 * has arrived of an unchanged source is kept for the next attempt. Belongs to one worker.
 */
final class Download {

    private final Attempt attempt;
    private final WorkerConnection connection;
    /** Files of this size and more have their time asked for, which then costs little, in bytes. */
    private static final long LARGE = 1 << 20;

    /** What is there of a file is worth a sample from this on, in bytes. */
    private static final long LONG_REST = 32L << 20;

    /** Shorter transfers are not looked at again: times tell seconds. */
    private static final long LONG = Duration.ofSeconds(1).toNanos();

    private final HeldFolder folder;
    private final LocalFiles files;
    private final Explainer explainer;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final RemotePath remote;
    private LocalTarget target;
    private ContentCheck content;
    private long size;
    private @Nullable Timestamp modified;

    /** The time that the server has told for this very attempt. */
    private @Nullable Timestamp told;

    /**
     * A download.
     *
     * @param folder the folder of its target
     */
    Download(
            Attempt attempt,
            WorkerConnection connection,
            HeldFolder folder,
            LocalFiles files,
            Explainer explainer,
            Clock clock,
            LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.folder = folder;
        this.clock = clock;
        this.attempt = attempt;
        this.connection = connection;
        this.files = files;
        this.explainer = explainer;
        remote = attempt.request().remote();
        target = target(attempt.request().local());
        content = ContentCheck.none(connection);
        size = attempt.source().size();
        modified = attempt.source().modified();
    }

    Outcome run() throws IOException {
        if (attempt.source().kind() == EntryKind.LINK && isFolder()) {
            return new Outcome.Skipped(explainer.linkToFolder());
        }
        Entry existing = target.existing();
        learnSource(existing != null);
        if (existing == null) {
            return toTemporary(false);
        }
        SharedPlace.check(attempt, target.path());
        if (existing.isFolder()) {
            throw new TransferException.TargetIsFolder(existing.name());
        }
        return switch (attempt.decision(source(), existing)) {
            case null -> conflict(existing);
            case SKIP -> new Outcome.Skipped("");
            case RESUME -> attempt.request().isText() ? toTemporary(true) : resumeTarget(existing);
            case OVERWRITE -> toTemporary(true);
            case RENAME -> {
                Path free = target.freeName(attempt.request().rules().renamePattern(), LocalDateTime.now(clock));
                attempt.retarget(attempt.request().withPlaces(free, remote));
                target = target(free);
                yield toTemporary(false);
            }
        };
    }

    /** Where the temporary file of an attempt is. */
    static Path temporary(Attempt attempt) {
        return attempt.names().beside(attempt.request().local(), attempt.partial());
    }

    private LocalTarget target(Path local) {
        return new LocalTarget(local, attempt.names().beside(local, attempt.partial()), folder);
    }

    private Partial begun() {
        return Partial.begun(LocalTarget.name(target.temporary()), size, modified);
    }

    /** A server that could not tell just then is asked once more. */
    private boolean isFolder() throws IOException {
        boolean again = true;
        while (true) {
            try {
                connection.changeFolder(remote);
                return true;
            } catch (FtpException.Refused e) {
                if (!again || !e.reply().isTransientRefusal()) {
                    return false;
                }
                again = false;
            }
        }
    }

    /**
     * Asks for what the listing did not tell. A partial file goes on only when the source is unchanged now, so then both
     * are asked anew. A time that is known to the minute only is asked for too, as it would change what is kept: at once
     * where it may decide about a file that exists, else along with the download.
     */
    private void learnSource(boolean timeDecides) throws IOException {
        boolean again = attempt.partial() != null;
        if (again || size == Entry.UNKNOWN_SIZE) {
            long now = connection.size(remote);
            size = now == Entry.UNKNOWN_SIZE ? size : now;
        }
        if (again || (timeDecides && !isTimeExact())) {
            Timestamp now = connection.modified(remote);
            modified = now == null ? modified : now;
            told = now;
        }
    }

    /** Whether the time is asked for along with the download, which then tells whether the file changes meanwhile. */
    private boolean asksTime() {
        return !isTimeExact() || size == Entry.UNKNOWN_SIZE || size >= LARGE;
    }

    private boolean isTimeExact() {
        return modified != null && modified.precision().compareTo(Precision.SECOND) >= 0;
    }

    private Outcome conflict(Entry existing) {
        return new Outcome.Conflicting(source(), existing);
    }

    private Entry source() {
        return new Entry(remote.name(), EntryKind.FILE, size, modified, "", "", "", null);
    }

    private Outcome toTemporary(boolean replace) throws IOException {
        Partial partial = attempt.partial();
        long there = partial == null ? 0 : target.temporarySize();
        boolean goOn = partial != null
                && !attempt.request().isText()
                && partial.isOf(size, modified)
                && there > 0
                && there <= size
                && isSampleSame(there);
        if (partial != null && !goOn && there > 0 && !attempt.request().isText()) {
            connection.note("beginning " + remote + " again: it is not what it was when it was begun");
        }
        attempt.partial(begun());
        content = ContentCheck.of(attempt.request(), size, connection);
        try {
            fetchTemporary(goOn ? there : 0);
            if (!content.isSame(remote)) {
                fetch(target.temporary(), 0);
                content.demandSame(remote);
            }
        } catch (FtpException.Refused e) {
            removeEmpty();
            throw e;
        }
        try {
            target.place(modified, replace);
        } catch (FileAlreadyExistsException e) {
            return conflict(Objects.requireNonNullElse(target.existing(), Entry.named(remote.name(), EntryKind.FILE)));
        }
        attempt.partial(null);
        return new Outcome.Done();
    }

    /** A long rest is compared at a random place, too, before its end is. */
    private boolean isSampleSame(long there) throws IOException {
        if (there < LONG_REST) {
            return true;
        }
        long from = ThreadLocalRandom.current().nextLong(there - 2L * OverlapChannel.LENGTH);
        ServerContent content = new ServerContent(connection, attempt, target.temporary());
        return content.piece(remote, from, from + OverlapChannel.LENGTH) != ServerContent.Answer.DIFFERENT;
    }

    private void fetchTemporary(long position) throws IOException {
        try {
            fetch(target.temporary(), position);
        } catch (TransferException.ContentDiffers e) {
            connection.note("beginning " + remote + " again: its content is not what it was when it was begun");
            fetch(target.temporary(), 0);
        } catch (TransferException.SourceChanges e) {
            connection.note("beginning " + remote + " again: it was written while it came");
            size = connection.size(remote);
            attempt.partial(begun());
            content = ContentCheck.of(attempt.request(), size, connection);
            fetch(target.temporary(), 0);
        }
    }

    /** Removes a temporary file into which nothing has come. */
    private void removeEmpty() throws IOException {
        if (target.temporarySize() == 0) {
            target.removeTemporary();
            attempt.partial(null);
        }
    }

    /** Appends what is missing to the target itself, which the user knows to be incomplete. */
    private Outcome resumeTarget(Entry existing) throws IOException {
        if (size != Entry.UNKNOWN_SIZE && existing.size() > size) {
            throw new TransferException.TargetIsLonger(existing.name());
        }
        if (existing.size() == 0 || !target.isFile()) {
            return toTemporary(true);
        }
        content = ContentCheck.of(attempt.request(), size, connection);
        try {
            fetch(target.path(), existing.size());
        } catch (TransferException.SourceChanges e) {
            return toTemporary(true);
        }
        if (!content.isSame(remote)) {
            return toTemporary(true);
        }
        target.setModified(target.path(), modified);
        return new Outcome.Done();
    }

    /** Fills a file from the given position on, after comparing what lies before it, and checks the length. */
    private void fetch(Path file, long position) throws IOException {
        attempt.awaitStart();
        long begun = nanoTime.getAsLong();
        Retrieval what = Retrieval.of(remote).as(attempt.request().type()).ofSize(size);
        long moved;
        long start;
        if (position == 0) {
            start = 0;
            attempt.flow().restart(0);
            content.restart(file, 0);
            try (WritableByteChannel written = files.write(folder, file, 0, permissions())) {
                WritableByteChannel channel = content.passing(written);
                moved = asksTime()
                        ? connection.retrieve(what, channel, attempt, this::tellTime)
                        : connection.retrieve(what, channel, attempt);
            }
        } else {
            OverlapChannel overlap;
            var expected = OverlapChannel.before(file, position);
            start = position - expected.remaining();
            attempt.flow().restart(start);
            content.restart(file, position);
            try (WritableByteChannel channel = files.write(folder, file, position, UnixPermissions.UNKNOWN)) {
                overlap = new OverlapChannel(expected, LocalTarget.name(target.path()), content.passing(channel));
                moved = connection.retrieve(what.from(start), overlap, attempt);
            }
            overlap.demandAll();
        }
        check(start + moved);
        demandUnchanged(nanoTime.getAsLong() - begun);
    }

    /** A file that somebody writes while it is read is neither the old nor the new one. */
    private void demandUnchanged(long nanos) throws IOException {
        Timestamp before = told;
        if (before == null || nanos < LONG) {
            return;
        }
        Timestamp now = connection.modified(remote);
        if (now != null && !now.instant().equals(before.instant())) {
            modified = now;
            told = now;
            throw new TransferException.SourceChanges(remote.name());
        }
    }

    private int permissions() {
        return attempt.request().rules().permissions() ? attempt.source().permissions() : UnixPermissions.UNKNOWN;
    }

    private void tellTime(@Nullable Timestamp time) {
        if (time != null) {
            modified = time;
            told = time;
            if (attempt.partial() != null) {
                attempt.partial(begun());
            }
        }
    }

    private void check(long length) throws IOException {
        if (size == Entry.UNKNOWN_SIZE || length == size || attempt.request().isText()) {
            return;
        }
        long now = connection.size(remote);
        if (now != length) {
            throw new FtpException.Incomplete(size, length);
        }
        // The file was changed after its listing and before its transfer.
        size = now;
        Timestamp time = connection.modified(remote);
        modified = time == null ? modified : time;
    }
}
