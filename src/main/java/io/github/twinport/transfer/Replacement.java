// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.client.TemporaryForm;
import io.github.twinport.ftp.client.UploadProfile;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives a complete file its last name, and what stood there another until that is done. Whatever a server refuses,
 * something complete stands at the target: the old file is moved aside, never deleted, moved back where its successor does
 * not get its place, and deleted only when the successor was seen there. What stands aside is in the journal before it is
 * moved. Belongs to one worker.
 */
final class Replacement {

    private final UploadWork work;
    private final Attempt attempt;
    private final WorkerConnection connection;
    private final ServerContent content;
    private RemoteTarget target;

    Replacement(UploadWork work, RemoteTarget target) {
        this.work = work;
        this.target = target;
        attempt = work.attempt();
        connection = work.connection();
        content = work.content();
    }

    /**
     * Gives the temporary file its last name.
     *
     * @param replace whether something stands there that is to be replaced
     * @param length the file's length in bytes, or {@link Entry#UNKNOWN_SIZE} where it is another one on the server
     * @return null, or what the server said where it cannot rename at all
     * @throws TransferException.TakenAway when the temporary file is not there any more
     * @throws StandsThereException when the place is not free although nothing was to be replaced
     */
    FtpException.@Nullable Refused place(boolean replace, long length) throws IOException {
        if (replace && profile().replacing() == Proof.REFUSED) {
            replaceByTwo(length, null);
            return null;
        }
        try {
            connection.rename(target.temporary(), target.path());
        } catch (FtpException.Refused e) {
            return placeAfter(e, replace, length);
        }
        work.learn(replace ? known -> known.withReplacing(Proof.WORKS) : known -> known.withRenames(Proof.WORKS));
        return null;
    }

    /** Goes on after the last name was refused; otherwise like {@link #place}. */
    FtpException.@Nullable Refused placeAfter(FtpException.Refused refused, boolean replace, long length)
            throws IOException {
        if (!refused.reply().isNotImplemented()) {
            if (hasArrived(length, replace)) {
                // The reply to the first was lost, and the second came over a new connection.
                return null;
            }
            if (refused.reply().isTransientRefusal()) {
                throw refused;
            }
            demandStillThere(refused);
            if (replace && profile().replacing() == Proof.WORKS) {
                throw refused;
            }
        }
        if (refused.reply().isNotImplemented() || (profile().renames() != Proof.WORKS && !canRename())) {
            work.learn(known -> known.withRenames(Proof.REFUSED));
            return refused;
        }
        work.learn(known -> known.withRenames(Proof.WORKS));
        if (!replace) {
            if (target.existing() != null) {
                throw new StandsThereException(refused);
            }
            target.demandNoFolder();
            throw refused;
        }
        replaceByTwo(length, refused);
        return null;
    }

    /** Whether a rename was done although its reply was lost. */
    private boolean hasArrived(long length, boolean replaced) throws IOException {
        if (target.has(target.temporary())) {
            return false;
        }
        long arrived = target.size(target.path());
        if (length == Entry.UNKNOWN_SIZE) {
            return !replaced && arrived != Entry.UNKNOWN_SIZE;
        }
        return arrived == length && content.beginning(target.path(), length) != ServerContent.Answer.DIFFERENT;
    }

    /** What is gone may have been worked on: it is not sent again unasked, but later files go to their last names. */
    private void demandStillThere(FtpException.Refused refused) throws IOException {
        if (refused.command().startsWith("RNTO") || target.has(target.temporary())) {
            return;
        }
        throw takenAway();
    }

    /** Takes note that this server does not keep temporary files. */
    TransferException.TakenAway takenAway() throws IOException {
        work.learn(UploadProfile::withoutTemporaryNames);
        attempt.partial(null);
        return new TransferException.TakenAway(
                target.path().name(), target.temporary().name());
    }

    /** Tries it on the temporary file itself, which has its second name from then on; the journal knows that name before. */
    private boolean canRename() throws IOException {
        SecondName second = new SecondName(work, target);
        Partial before = note();
        RemotePath other = second.other();
        attempt.partial(before.named(other.name()));
        attempt.awaitNoted();
        try {
            connection.rename(target.temporary(), other);
        } catch (FtpException.Refused e) {
            if (!target.has(other)) {
                attempt.partial(before);
                if (e.reply().isTransientRefusal()) {
                    throw e;
                }
                return false;
            }
            // It was done; the reply to the first was lost, and the second came over a new connection.
        }
        target = target.with(other.name());
        return true;
    }

    /** For servers that do not replace: the old file goes aside, the new one to its place, and then the old one goes. */
    private void replaceByTwo(long length, FtpException.@Nullable Refused first) throws IOException {
        FtpException.Refused refused = moveAside();
        if (refused != null) {
            throw Objects.requireNonNullElse(first, refused);
        }
        try {
            connection.rename(target.temporary(), target.path());
        } catch (FtpException.Refused e) {
            if (!hasArrived(length, false)) {
                putBack();
                throw Objects.requireNonNullElse(first, e);
            }
        }
        work.learn(known -> known.withReplacing(Proof.REFUSED));
        confirm(length);
    }

    private void confirm(long length) throws IOException {
        long arrived = length == Entry.UNKNOWN_SIZE ? length : target.size(target.path());
        if (arrived != length && arrived != Entry.UNKNOWN_SIZE) {
            connection.rename(target.path(), target.temporary());
            putBack();
            throw new FtpException.Incomplete(length, arrived);
        }
        dropOld();
    }

    /**
     * Gives what stands at the target another name, which the journal knows before it happens.
     *
     * @return why the server refuses that, null when it is done
     */
    FtpException.@Nullable Refused moveAside() throws IOException {
        RemotePath aside = target.folder().child(asideName(profile().form()));
        attempt.partial(note().withAside(aside.name()));
        attempt.awaitNoted();
        try {
            connection.rename(target.path(), aside);
        } catch (FtpException.Refused e) {
            if (!target.has(aside)) {
                attempt.partial(note().withAside(""));
                return e;
            }
        }
        work.learn(known -> known.withRenames(Proof.WORKS));
        return null;
    }

    /** Gives the old file its name again. */
    void putBack() throws IOException {
        RemotePath aside = target.folder().child(note().aside());
        try {
            connection.rename(aside, target.path());
        } catch (FtpException.Refused e) {
            if (target.has(aside)) {
                throw new TransferException.LeftAside(target.path().name(), aside.name(), e);
            }
        }
        attempt.partial(note().withAside(""));
    }

    /** Removes the old file, now that the new one was seen in its place. */
    void dropOld() throws IOException {
        RemotePath aside = target.folder().child(note().aside());
        try {
            connection.deleteFile(aside);
        } catch (FtpException.Refused e) {
            if (e.reply().isTransientRefusal()) {
                throw e;
            }
            connection.note("what " + target.path() + " was before stays as " + aside.name() + ": " + e.getMessage());
        }
        attempt.partial(note().withAside(""));
    }

    /** Where an earlier attempt ended while the old file stood aside: it comes back, unless its successor is there. */
    void recover(boolean complete, long length) throws IOException {
        RemotePath aside = target.folder().child(note().aside());
        if (!target.has(aside)) {
            attempt.partial(note().withAside(""));
        } else if (!target.has(target.path())) {
            putBack();
        } else if (complete && hasArrived(length, false)) {
            dropOld();
        } else {
            connection.note(aside.name() + " stays, because something else stands at " + target.path() + " now");
            attempt.partial(note().withAside(""));
        }
    }

    /** For a target that was written in place and is given up: what is there goes, and the old file comes back. */
    void undo() throws IOException {
        if (!target.has(target.folder().child(note().aside()))) {
            attempt.partial(note().withAside(""));
            return;
        }
        try {
            connection.deleteFile(target.path());
        } catch (FtpException.Refused e) {
            if (e.reply().isTransientRefusal()) {
                throw e;
            }
            // Nothing was written, or it cannot be removed: the next step tells.
        }
        putBack();
    }

    private String asideName(TemporaryForm form) throws IOException {
        return work.free(number -> attempt.names().aside(target.path(), form, number));
    }

    private Partial note() {
        return Objects.requireNonNull(attempt.partial());
    }

    private UploadProfile profile() {
        return work.profile();
    }
}
