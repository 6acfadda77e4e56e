// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.transfer.TransferState;
import java.nio.file.Path;

/** Items of a queue for tests. */
final class Items {

    static final TransferState WAITING = new TransferState.Waiting();
    static final TransferState RUNNING = new TransferState.Running();
    static final TransferState PAUSED = new TransferState.Paused();
    static final TransferState ASKING = new TransferState.Asking();
    static final TransferState DONE = new TransferState.Done();
    static final TransferState SKIPPED = new TransferState.Skipped();
    static final TransferState CANCELLED = new TransferState.Cancelled();
    static final TransferState FAILED = new TransferState.Failed(new Explanation(
            "The server does not let you write to /pub.", "Choose another folder or ask for permission."));

    private static final ConnectionSettings CONNECTION = new ConnectionSettings(
            new Server("ftp.example.org", 21, Security.PLAIN),
            Credentials.ANONYMOUS,
            TlsSettings.of(TrustDecider.STRICT),
            line -> {});

    private Items() {}

    static TransferRequest request(Direction direction, String folder, String name, boolean isFolder, long size) {
        return new TransferRequest(
                CONNECTION,
                direction,
                Path.of("/home/ada/Downloads", folder, name),
                RemotePath.of("/pub/" + folder).child(name),
                isFolder,
                size);
    }

    /** A download of 1 MB. */
    static TransferItem file(long id, String name, TransferState state) {
        return file(id, 0, "", name, state, state.equals(DONE) ? 1_000_000 : 0, 1_000_000, 0);
    }

    /** A download of 1 MB inside a folder of the queue. */
    static TransferItem file(long id, long parent, String name, TransferState state) {
        return file(id, parent, "", name, state, state.equals(DONE) ? 1_000_000 : 0, 1_000_000, 0);
    }

    static TransferItem file(
            long id, long parent, String folder, String name, TransferState state, long moved, long size, long speed) {
        return new TransferItem(
                id, parent, request(Direction.DOWNLOAD, folder, name, false, size), state, moved, size, 0, 0, 1, speed);
    }

    static TransferItem upload(long id, String name, TransferState state, long moved, long size, long speed) {
        return new TransferItem(
                id, 0, request(Direction.UPLOAD, "", name, false, size), state, moved, size, 0, 0, 1, speed);
    }

    static TransferItem folder(
            long id, String name, TransferState state, int done, int failed, int files, long moved, long size) {
        return new TransferItem(
                id, 0, request(Direction.DOWNLOAD, "", name, true, -1), state, moved, size, done, failed, files, 0);
    }
}
