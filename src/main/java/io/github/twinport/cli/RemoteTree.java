// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Tree;
import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.listing.Listing;
import java.io.IOException;
import java.util.Optional;

/** A folder of a server. Folders behind links are not entered: no server tells whether that would ever end. */
final class RemoteTree implements Tree {

    private final Remote remote;
    private final RemotePath root;

    RemoteTree(Remote remote, RemotePath root) {
        this.remote = remote;
        this.root = root;
    }

    @Override
    public Optional<Contents> list(String path) throws IOException {
        RemotePath folder = at(root, path);
        return remote.run(client -> {
            if (!Found.isFolder(client, folder)) {
                return Optional.empty();
            }
            Listing listing = client.list(folder, batch -> {});
            return Optional.of(new Contents(listing.entries(), listing.unparsedCount() == 0));
        });
    }

    @Override
    public Optional<Entry> follow(String path, Entry link) throws IOException {
        RemotePath file = at(root, path);
        return remote.run(client -> file(client, file, link.name()));
    }

    private static Optional<Entry> file(FtpClient client, RemotePath path, String name) throws FtpException {
        if (Found.isFolder(client, path)) {
            return Optional.empty();
        }
        return Optional.of(new Entry(name, EntryKind.FILE, client.size(path), client.modified(path), "", "", "", null));
    }

    /** The place of a path below a folder. */
    static RemotePath at(RemotePath root, String path) {
        RemotePath place = root;
        if (!path.isEmpty()) {
            for (String name : path.split("/", -1)) {
                place = place.child(name);
            }
        }
        return place;
    }
}
