// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.UnixPermissions;
import io.github.twinport.ftp.TransferType;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.transfer.rules.TransferRules;
import java.nio.file.Path;

/**
 * What the user asks for: one file or one folder with all it holds. Immutable; any thread.
 *
 * @param connection how workers reach the server
 * @param direction which way it goes
 * @param local the file or folder on this computer: the source of an upload, the target of a download
 * @param remote the file or folder on the server: the source of a download, the target of an upload
 * @param folder whether it is a folder
 * @param size the length of a file in bytes, or {@link Entry#UNKNOWN_SIZE}
 * @param type what the bytes of files mean; files of text are never resumed, and their lengths are not compared
 * @param rules how it and all it holds are transferred
 * @param permissions what a listing says of a file's permissions, see {@link UnixPermissions#of}
 */
public record TransferRequest(
        ConnectionSettings connection,
        Direction direction,
        Path local,
        RemotePath remote,
        boolean folder,
        long size,
        TransferType type,
        TransferRules rules,
        int permissions) {

    /** A request for files as they are, with {@link TransferRules#DEFAULT}. */
    public TransferRequest(
            ConnectionSettings connection,
            Direction direction,
            Path local,
            RemotePath remote,
            boolean folder,
            long size) {
        this(connection, direction, local, remote, folder, size, TransferType.BINARY, TransferRules.DEFAULT);
    }

    /** A request for a file of unknown permissions, or a folder. */
    public TransferRequest(
            ConnectionSettings connection,
            Direction direction,
            Path local,
            RemotePath remote,
            boolean folder,
            long size,
            TransferType type,
            TransferRules rules) {
        this(connection, direction, local, remote, folder, size, type, rules, UnixPermissions.UNKNOWN);
    }

    /** The same for a file with permissions as a listing shows them. */
    public TransferRequest withPermissions(String shown) {
        return new TransferRequest(
                connection, direction, local, remote, folder, size, type, rules, UnixPermissions.of(shown));
    }

    /** The same for files of another type. */
    public TransferRequest as(TransferType other) {
        return new TransferRequest(connection, direction, local, remote, folder, size, other, rules, permissions);
    }

    /** The same with other rules. */
    public TransferRequest withRules(TransferRules other) {
        return new TransferRequest(connection, direction, local, remote, folder, size, type, other, permissions);
    }

    /** The same with other places. */
    TransferRequest withPlaces(Path otherLocal, RemotePath otherRemote) {
        return new TransferRequest(
                connection, direction, otherLocal, otherRemote, folder, size, type, rules, permissions);
    }

    /** The same for a file of unknown length. */
    TransferRequest asFile() {
        return new TransferRequest(
                connection, direction, local, remote, false, Entry.UNKNOWN_SIZE, type, rules, permissions);
    }

    /** What is in this folder, transferred as this is. */
    TransferRequest child(Path childLocal, RemotePath childRemote, boolean isFolder, long childSize) {
        return new TransferRequest(connection, direction, childLocal, childRemote, isFolder, childSize, type, rules);
    }

    /** The same over another connection. */
    TransferRequest over(ConnectionSettings other) {
        return new TransferRequest(other, direction, local, remote, folder, size, type, rules, permissions);
    }

    /** Whether line ends are converted on the way. */
    boolean isText() {
        return type == TransferType.ASCII;
    }

    /** Whether the other request names the same source and target on the same server, so that both are one item. */
    public boolean isSameItem(TransferRequest other) {
        return direction == other.direction
                && folder == other.folder
                && local.equals(other.local)
                && remote.equals(other.remote)
                && connection.server().equals(other.connection.server())
                && connection
                        .credentials()
                        .user()
                        .equals(other.connection.credentials().user());
    }
}
