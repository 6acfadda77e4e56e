// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.TemporaryForm;
import java.io.IOException;

/** Removes what an upload has left that will not go on, and gives back what it has moved aside. Belongs to one worker. */
record UploadLeftovers(UploadWork work) {

    /** Does it; fails when it may be done later. */
    void remove() throws IOException {
        RemoteTarget target = new SecondName(work, work.target(TemporaryForm.HIDDEN)).settle();
        Partial begun = work.attempt().partial();
        boolean inPlace = work.isInPlace(begun);
        if (begun != null && !begun.aside().isEmpty()) {
            Replacement replacement = new Replacement(work, target);
            if (inPlace) {
                replacement.undo();
            } else {
                replacement.recover(false, Entry.UNKNOWN_SIZE);
            }
        }
        if (inPlace) {
            // Under its last name nobody knows whether it is ours or what stood there before.
            return;
        }
        try {
            work.connection().deleteFile(target.temporary());
        } catch (FtpException.Refused e) {
            if (e.reply().isTransientRefusal()) {
                throw e;
            }
            // It is not there any more, or the server does not let us: nothing else can be done about it.
        }
    }
}
