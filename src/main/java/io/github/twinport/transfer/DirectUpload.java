// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.transfer.rules.TemporaryRule;
import java.io.IOException;

/**
 * Sends a file straight to its last name. What stands there is moved aside first, unless the user has agreed that it is
 * lost as soon as this begins. Until the end the journal says that the target is incomplete. Belongs to one worker.
 */
final class DirectUpload {

    private final UploadWork work;
    private final Attempt attempt;
    private final UploadSource source;
    private final RemoteTarget target;
    private final UploadedBytes bytes;
    private final Replacement replacement;

    DirectUpload(UploadWork work, UploadSource source, RemoteTarget target) throws IOException {
        this.work = work;
        this.source = source;
        this.target = target;
        attempt = work.attempt();
        bytes = new UploadedBytes(work, source, target);
        replacement = new Replacement(work, target);
    }

    /**
     * Sends it; what an earlier attempt has noted in the journal goes on.
     *
     * @param replace whether something stands at the target that is not ours
     * @throws TransferException.InPlaceOnly when that cannot be moved aside
     */
    void run(boolean replace) throws IOException {
        Partial before = attempt.partial();
        long there = bytes.kept(target.path(), before);
        String aside = before == null ? "" : before.aside();
        attempt.partial(source.under(target.path().name()).withAside(aside));
        if (replace && aside.isEmpty()) {
            makeRoom();
        }
        try {
            bytes.send(target.path(), there);
            bytes.checkArrived(target.path());
        } catch (FtpException.Refused e) {
            giveUp(e, there);
            throw e;
        }
        new FinishedUpload(work, source).finish(target.path());
        if (source.isUnchanged()) {
            if (isAside()) {
                replacement.dropOld();
            }
            attempt.partial(null);
        }
    }

    private void makeRoom() throws IOException {
        if (work.rule() == TemporaryRule.OFF) {
            attempt.awaitNoted();
            return;
        }
        FtpException.Refused refused = replacement.moveAside();
        if (refused != null) {
            attempt.partial(null);
            throw new TransferException.InPlaceOnly(target.path().name(), refused);
        }
    }

    /** Where nothing was written nothing of ours is there, and what stood aside comes back. */
    private void giveUp(FtpException.Refused refused, long there) throws IOException {
        if (refused.reply().isTransientRefusal()) {
            return;
        }
        if (isAside()) {
            replacement.undo();
        }
        if (there == 0 && TemporaryUpload.isAboutName(refused)) {
            attempt.partial(null);
        }
    }

    private boolean isAside() {
        Partial partial = attempt.partial();
        return partial != null && !partial.aside().isEmpty();
    }
}
