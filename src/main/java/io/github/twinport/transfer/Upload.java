// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings one file to a server: goes on with what an earlier attempt has left, decides about what stands at the target, and
 * sends the file, under a temporary name wherever the server can do that. Belongs to one worker.
 */
final class Upload {

    /** So often a file that is written to meanwhile is sent. */
    private static final int MOST_SENT = 3;

    private final UploadWork work;
    private final Attempt attempt;
    private final WorkerConnection connection;
    private final Clock clock;
    private final Path local;
    private UploadSource source;
    private RemoteTarget target;

    private Upload(UploadWork work, Clock clock, UploadSource source) throws IOException {
        this.work = work;
        this.clock = clock;
        this.source = source;
        attempt = work.attempt();
        connection = work.connection();
        local = source.path();
        target = work.target(work.profile().form());
    }

    static Outcome run(UploadWork work, Explainer explainer, Clock clock) throws IOException {
        UploadSource source = UploadSource.look(work.attempt().request().local());
        return source == null ? new Outcome.Skipped(explainer.notAFile()) : new Upload(work, clock, source).run();
    }

    private Outcome run() throws IOException {
        Partial begun = attempt.partial();
        if (begun != null && work.isInPlace(begun) && isStillOurs(begun)) {
            return send(false);
        }
        target = new SecondName(work, target).settle();
        begun = attempt.partial();
        if (begun != null && !begun.aside().isEmpty()) {
            long length = work.isText() ? Entry.UNKNOWN_SIZE : source.size();
            new Replacement(work, target).recover(begun.complete(), length);
        }
        if (begun != null && begun.complete() && !work.isText() && begun.isOf(source.size(), source.modified())) {
            switch (fate()) {
                case PLACED -> {
                    attempt.flow().restart(source.size());
                    attempt.partial(null);
                    return new Outcome.Done();
                }
                case CUT_OFF -> {
                    return send(true);
                }
                case GONE -> throw new Replacement(work, target).takenAway();
                case THERE, UNKNOWN -> {}
            }
        }
        Entry existing = existing();
        try {
            return existing == null ? send(false) : decide(existing);
        } catch (StandsThereException e) {
            return decideLate(e);
        }
    }

    /** Decides about what nobody knew to be there before the server refused to put the new file in its place. */
    private Outcome decideLate(StandsThereException late) throws IOException {
        Entry existing = existing();
        if (existing == null) {
            throw late.refused();
        }
        connection.note(target.path() + " is there although no listing has shown it");
        Outcome outcome;
        try {
            outcome = decide(existing);
        } catch (StandsThereException again) {
            throw again.refused();
        }
        if (outcome instanceof Outcome.Skipped) {
            new UploadLeftovers(work).remove();
            attempt.partial(null);
        }
        return outcome;
    }

    private Outcome decide(Entry existing) throws IOException {
        if (existing.isFolder()) {
            throw new TransferException.TargetIsFolder(existing.name());
        }
        Entry from = source.as(attempt.request().remote().name());
        return switch (attempt.decision(from, existing)) {
            case null -> new Outcome.Conflicting(from, existing);
            case SKIP -> new Outcome.Skipped("");
            case RESUME -> work.isText() ? send(true) : resumeTarget(existing);
            case OVERWRITE -> send(true);
            case RENAME -> {
                keepBoth();
                yield send(false);
            }
        };
    }

    /** Whether what was begun in place was not replaced by somebody else's file meanwhile. */
    private boolean isStillOurs(Partial begun) throws IOException {
        if (!begun.aside().isEmpty() || work.isText() || !begun.isOf(source.size(), source.modified())) {
            return true;
        }
        long there = target.size(target.path());
        boolean ours = there <= source.size()
                && (there <= 0 || work.content().beginning(target.path(), there) != ServerContent.Answer.DIFFERENT);
        if (!ours) {
            attempt.partial(null);
        }
        return ours;
    }

    /** What has become of a file that was complete when an earlier attempt ended. */
    private enum Fate {
        /** It still waits for its last name. */
        THERE,
        /** It has its last name. */
        PLACED,
        /** It has its last name, but not all of it had arrived, see {@link TemporaryUpload}. */
        CUT_OFF,
        /** It is not there any more. */
        GONE,
        /** It may never have been there. */
        UNKNOWN
    }

    private Fate fate() throws IOException {
        if (target.has(target.temporary())) {
            return Fate.THERE;
        }
        long length = target.size(target.path());
        if (length == source.size()) {
            boolean other = work.content().beginning(target.path(), length) == ServerContent.Answer.DIFFERENT;
            return other ? Fate.GONE : Fate.PLACED;
        }
        boolean isShort = source.size() <= TemporaryUpload.SHORT;
        if (length == Entry.UNKNOWN_SIZE) {
            return isShort ? Fate.UNKNOWN : Fate.GONE;
        }
        boolean cutOff = isShort
                && length < source.size()
                && work.content().beginning(target.path(), length) == ServerContent.Answer.SAME;
        return cutOff ? Fate.CUT_OFF : Fate.GONE;
    }

    private @Nullable Entry existing() throws IOException {
        Target known = attempt.target();
        Entry entry = known.looked() && attempt.partial() == null ? known.entry() : target.existing();
        if (entry != null) {
            SharedPlace.check(attempt, connection);
        }
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

    private void keepBoth() throws IOException {
        RemotePath remote = attempt.request().remote();
        FreeName names =
                new FreeName(attempt.request().rules().renamePattern(), LocalDateTime.now(clock), remote.syntax());
        RemotePath free = new FreePlace(connection, names).beside(remote);
        attempt.retarget(attempt.request().withPlaces(local, free));
        target = work.target(work.profile().form());
    }

    /** Sends the file, and once more what was written to meanwhile: its beginning and its end belong together. */
    private Outcome send(boolean replace) throws IOException {
        boolean direct = isDirect();
        boolean replacing = replace;
        for (int sent = 1; ; sent++) {
            if (direct) {
                new DirectUpload(work, source, target).run(replacing);
            } else {
                new TemporaryUpload(work, source, target).run(replacing);
            }
            if (source.isUnchanged()) {
                return new Outcome.Done();
            }
            if (sent == MOST_SENT) {
                throw new TransferException.SourceChanges(target.path().name());
            }
            connection.note("sending " + target.path() + " again: its source was changed meanwhile");
            source = Objects.requireNonNullElse(UploadSource.look(local), source);
            // What has its last name already is ours and not complete.
            replacing |= attempt.partial() == null;
            direct |= work.isInPlace(attempt.partial());
        }
    }

    private boolean isDirect() {
        return switch (work.rule()) {
            case OFF -> true;
            case AUTO -> work.isInPlace(attempt.partial()) || (work.profile().isDirect() && attempt.partial() == null);
            case ON -> work.isInPlace(attempt.partial());
        };
    }

    /** Appends what is missing to the target itself, which the user knows to be incomplete. */
    private Outcome resumeTarget(Entry existing) throws IOException {
        long told = existing.size() == Entry.UNKNOWN_SIZE ? connection.size(target.path()) : existing.size();
        if (told > source.size()) {
            throw new TransferException.TargetIsLonger(existing.name());
        }
        long there = Math.max(0, told);
        if (work.content().beginning(target.path(), there) != ServerContent.Answer.SAME) {
            throw new TransferException.ContentDiffers(existing.name());
        }
        UploadedBytes bytes = new UploadedBytes(work, source, target);
        if (there == 0 || !bytes.goOn(target.path(), there)) {
            return send(true);
        }
        bytes.checkLength(target.path());
        if (!bytes.isSame(target.path()) || !source.isUnchanged()) {
            return send(true);
        }
        new FinishedUpload(work, source).finish(target.path());
        return new Outcome.Done();
    }
}
