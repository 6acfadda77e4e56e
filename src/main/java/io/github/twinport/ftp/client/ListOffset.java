// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.control.PendingReply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the times in a server's LIST lines are ahead of UTC: measured once per session, by asking for the time of one
 * file with MDTM, which is in UTC (RFC 3659, 2.3). One offset holds for all lines, as the server had it when the most
 * recent file of the listing was changed. Belongs to the lane thread.
 */
final class ListOffset {

    /** All offsets of the world are multiples of it. */
    private static final int QUARTER = 15 * 60;

    /** A file that is written all the time cannot be measured. */
    private static final int MOST_ATTEMPTS = 3;

    private final FileCommands files;
    private final @Nullable ZoneOffset stated;
    private @Nullable ZoneOffset measured;
    private int attemptsLeft;

    /**
     * For one session.
     *
     * @param known what sessions before have measured; null for nothing
     * @param stated what the user says, which is right without any measuring; null for nothing
     */
    ListOffset(FileCommands files, Features features, @Nullable ZoneOffset known, @Nullable ZoneOffset stated) {
        this.files = files;
        this.measured = known;
        this.stated = stated;
        this.attemptsLeft = features.has("MDTM") && stated == null ? MOST_ATTEMPTS : 0;
    }

    /** What is known; null for nothing. */
    @Nullable
    ZoneOffset known() {
        return stated == null ? measured : stated;
    }

    /** What this session or one before has measured; null for nothing. */
    @Nullable
    ZoneOffset measured() {
        return measured;
    }

    /** The offset to read listings with. */
    ZoneOffset current() {
        ZoneOffset offset = known();
        return offset == null ? ZoneOffset.UTC : offset;
    }

    /** Whether this session has still to find out. */
    boolean isToBeMeasured() {
        return attemptsLeft > 0;
    }

    /** The time of one file, asked for, and what the listing shows for it. */
    record Question(Entry shown, PendingReply asked) {}

    /**
     * Asks for the time of one of the files that a listing read with {@link #current} shows; the question leaves with what
     * comes next.
     *
     * @return null where there is no file that is suited, or no need
     */
    @Nullable
    Question ask(RemotePath folder, List<Entry> entries) throws FtpException {
        Optional<Entry> recent =
                entries.stream().filter(ListOffset::isSuited).max(Comparator.comparing(ListOffset::time));
        if (recent.isEmpty() || attemptsLeft == 0) {
            return null;
        }
        attemptsLeft--;
        return new Question(
                recent.get(), files.askModified(folder.child(recent.get().name())));
    }

    /** Measures by the answer. */
    void measure(Question question) throws FtpException {
        Timestamp exact = files.modified(question.asked());
        if (exact == null || exact.precision().compareTo(Precision.SECOND) < 0) {
            return;
        }
        Instant shown = time(question.shown()).plusSeconds(current().getTotalSeconds());
        long ahead = Duration.between(exact.instant(), shown).toSeconds();
        long rounded = Math.round((double) ahead / QUARTER) * QUARTER;
        // The minute that is shown began up to a minute before the exact time.
        boolean fits = Math.abs(ahead - rounded) <= 60 && Math.abs(rounded) <= ZoneOffset.MAX.getTotalSeconds();
        if (fits) {
            measured = ZoneOffset.ofTotalSeconds((int) rounded);
            attemptsLeft = 0;
        }
    }

    private static boolean isSuited(Entry entry) {
        Timestamp modified = entry.modified();
        return entry.kind() == EntryKind.FILE && modified != null && modified.precision() == Precision.MINUTE;
    }

    private static Instant time(Entry entry) {
        Timestamp modified = entry.modified();
        return modified == null ? Instant.MIN : modified.instant();
    }
}
