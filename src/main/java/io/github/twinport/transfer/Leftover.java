// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import java.nio.file.Path;

/**
 * What an ended command has left of one file that it had begun. Immutable; any thread.
 *
 * @param row its row in the journal
 * @param job what the user asked for when the file was begun
 * @param local the file on this computer
 * @param remote the file on the server
 * @param partial its temporary file and what that is the beginning of
 * @param moved the bytes that were there
 */
public record Leftover(long row, JournalJob job, Path local, RemotePath remote, Partial partial, long moved) {

    /** Whether it was written under its last name. */
    boolean isInPlace() {
        return switch (job.direction()) {
            case DOWNLOAD -> partial.name().equals(LocalTarget.name(local));
            case UPLOAD -> partial.name().equals(remote.name());
        };
    }
}
