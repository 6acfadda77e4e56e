// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.client.TemporaryForm;
import io.github.twinport.ftp.client.UploadEnd;
import io.github.twinport.ftp.client.UploadProfile;
import io.github.twinport.transfer.rules.TemporaryRule;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sends a file under a temporary name beside its target, checks it, gives it its time and then its last name. Where the
 * server refuses such names or renames, the file goes straight to its target. Belongs to one worker.
 */
final class TemporaryUpload {

    /** For files of up to this many bytes waits count more than bytes. */
    static final long SHORT = 256 * 1024;

    private static final Logger LOG = System.getLogger(TemporaryUpload.class.getName());

    private final UploadWork work;
    private final Attempt attempt;
    private final WorkerConnection connection;
    private final UploadSource source;
    private RemoteTarget target;
    private UploadedBytes bytes;

    TemporaryUpload(UploadWork work, UploadSource source, RemoteTarget target) throws IOException {
        this.work = work;
        this.source = source;
        this.target = target;
        attempt = work.attempt();
        connection = work.connection();
        bytes = new UploadedBytes(work, source, target);
    }

    /**
     * Sends it, trying the forms of temporary names where it is not known which one the server takes. The note in the
     * journal is gone when the file has its last name, and stays when its source was changed before.
     *
     * @param replace whether something stands at the target that is to be replaced
     */
    void run(boolean replace) throws IOException {
        List<TemporaryForm> forms = forms();
        FtpException.@Nullable Refused refused = null;
        for (TemporaryForm form : forms) {
            // Another worker may have learnt the form since this target was named.
            if (attempt.partial() == null && !TemporaryNames.isShort(target.path())) {
                target = work.target(form);
                bytes = new UploadedBytes(work, source, target);
            }
            refused = sendAs(form, replace);
            if (refused == null) {
                return;
            }
        }
        FtpException.Refused last = Objects.requireNonNull(refused);
        if (forms.size() == 1 || work.rule() == TemporaryRule.ON) {
            throw last;
        }
        new DirectUpload(work, source, target).run(replace);
        work.learn(UploadProfile::withoutTemporaryNames);
    }

    private List<TemporaryForm> forms() {
        UploadProfile profile = work.profile();
        boolean known = profile.temporaryNames() == Proof.WORKS
                || attempt.partial() != null
                || TemporaryNames.isShort(target.path());
        return known ? List.of(profile.form()) : List.of(TemporaryForm.values());
    }

    /** Sends it under the present name; returns what the server said where it may take another. */
    private FtpException.@Nullable Refused sendAs(TemporaryForm form, boolean replace) throws IOException {
        Partial before = attempt.partial();
        long there = bytes.kept(target.temporary(), before);
        Partial begun = source.under(target.temporary().name());
        boolean inOne = !replace
                && source.size() <= SHORT
                && !work.isText()
                && !bytes.isDigested()
                && !attempt.request().rules().permissions()
                && connection.tellsSizes();
        try {
            if (inOne) {
                sendWithEnd(begun, there);
            } else {
                attempt.partial(begun);
                send(there);
            }
        } catch (FtpException.Refused e) {
            if (before == null && isAboutName(e)) {
                attempt.partial(null);
                return e;
            }
            throw e;
        }
        if (before == null) {
            work.learn(known -> known.temporaryNames() == Proof.REFUSED ? known : known.withForm(form));
        }
        attempt.check();
        if (inOne) {
            endInOne();
        } else if (source.isUnchanged()) {
            attempt.partial(begun.completed());
            place(replace);
        }
        return null;
    }

    /** Whether another name might be taken. */
    static boolean isAboutName(FtpException.Refused refused) {
        if (!refused.command().startsWith("STOR") || ServerFull.isMeantBy(refused)) {
            return false;
        }
        return switch (refused.reply().code()) {
            case 501, 504, 550, 551, 553 -> true;
            default -> false;
        };
    }

    private void send(long there) throws IOException {
        try {
            bytes.send(target.temporary(), there);
            bytes.checkArrived(target.temporary());
        } catch (FtpException.Incomplete | TransferException.DigestDiffers e) {
            discard();
            throw e;
        }
    }

    private void place(boolean replace) throws IOException {
        new FinishedUpload(work, source).finish(target.temporary());
        long length = work.isText() ? Entry.UNKNOWN_SIZE : source.size();
        FtpException.Refused refused = new Replacement(work, target).place(replace, length);
        if (refused == null) {
            attempt.partial(null);
        } else {
            goStraight(replace, refused);
        }
    }

    /**
     * Sends a file that may get its last name before anybody here knows that all of it has arrived. Even where the server
     * has refused it in the end, what stands there then is ours.
     */
    private void sendWithEnd(Partial begun, long there) throws IOException {
        attempt.partial(begun.completed());
        connection.planEnd(target.temporary(), source.modified().instant(), target.path());
        try {
            bytes.send(target.temporary(), there);
        } catch (FtpException.Incomplete e) {
            // The local file has become shorter or longer meanwhile.
            UploadEnd end =
                    connection.endUpload(target.temporary(), source.modified().instant(), target.path());
            connection.deleteFile(end.refused() == null ? target.path() : target.temporary());
            attempt.partial(null);
            throw e;
        }
    }

    /**
     * Where nothing stands at the target and the file is soon sent again, nothing is lost if its length turns out to be
     * wrong only after the renaming: then the length need not be awaited before it.
     */
    private void endInOne() throws IOException {
        UploadEnd end =
                connection.endUpload(target.temporary(), source.modified().instant(), target.path());
        FtpException.Refused refused = end.refused();
        RemotePath place = refused == null ? target.path() : target.temporary();
        // A server that could not tell just then is asked once more.
        long length = end.length() == Entry.UNKNOWN_SIZE ? target.size(place) : end.length();
        if (length != Entry.UNKNOWN_SIZE && length != source.size()) {
            connection.deleteFile(place);
            attempt.partial(null);
            throw new FtpException.Incomplete(source.size(), length);
        }
        if (refused == null) {
            work.learn(known -> known.withRenames(Proof.WORKS));
        } else {
            refused = new Replacement(work, target).placeAfter(refused, false, source.size());
        }
        if (refused == null) {
            attempt.partial(null);
        } else {
            goStraight(false, refused);
        }
    }

    /** Without renames there is no other way than the last name itself. */
    private void goStraight(boolean replace, FtpException.Refused refused) throws IOException {
        if (work.rule() == TemporaryRule.ON) {
            throw refused;
        }
        discard();
        new DirectUpload(work, source, target).run(replace);
    }

    private void discard() throws IOException {
        try {
            new UploadLeftovers(work).remove();
        } catch (FtpException.Refused e) {
            // The next attempt begins it anew.
            LOG.log(Level.DEBUG, "a temporary file cannot be removed now", e);
        }
        attempt.partial(null);
    }
}
