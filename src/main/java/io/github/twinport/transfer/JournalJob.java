// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.TransferType;
import io.github.twinport.transfer.rules.TransferRules;
import java.nio.file.Path;

/**
 * What the user asked for, as the journal keeps it beside its row. Immutable; any thread.
 *
 * @param id the row
 * @param place where it stands among all that the user asked for
 * @param connection how its server is reached
 * @param direction which way it goes
 * @param local the file or folder on this computer as it was asked for
 * @param remote the file or folder on the server as it was asked for
 * @param type what the bytes of files mean
 * @param rules how it is transferred
 * @param priority whose turn comes first
 * @param seed from which its temporary names follow; empty for a job of a version whose names were not random
 */
public record JournalJob(
        long id,
        long place,
        KnownConnection connection,
        Direction direction,
        Path local,
        RemotePath remote,
        TransferType type,
        TransferRules rules,
        Priority priority,
        String seed) {

    /** Whether a request is for the same source and target on the same server as the same user, by whatever rules. */
    public boolean isFor(TransferRequest request) {
        return direction == request.direction()
                && local.equals(request.local().toAbsolutePath())
                && remote.equals(request.remote())
                && type == request.type()
                && connection.server().equals(request.connection().server())
                && connection.user().equals(request.connection().credentials().user());
    }
}
