// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Tree;
import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.transfer.ListingNotWholeException;
import io.github.twinport.transfer.RemoteLinks;
import java.io.IOException;
import java.util.Optional;

/** A folder of a server. Folders behind links are entered where that has an end. */
final class RemoteTree implements Tree {

    private final Remote remote;
    private final RemotePath root;
    private final RemoteLinks links;

    RemoteTree(Remote remote, RemotePath root) {
        this.remote = remote;
        this.root = root;
        links = new RemoteLinks(folder -> remote.run(client -> client.enterFolder(folder)));
    }

    @Override
    public Optional<Contents> list(String path) throws IOException {
        RemotePath folder = at(root, path);
        return remote.run(client -> {
            if (!Found.isFolder(client, folder)) {
                return Optional.empty();
            }
            Listing listing = client.list(folder, batch -> {});
            return Optional.of(new Contents(
                    listing.entries(), listing.isWhole() ? null : new ListingNotWholeException(listing.gaps())));
        });
    }

    @Override
    public Optional<Entry> follow(String path, Entry link) throws IOException {
        RemotePath place = at(root, path);
        return switch (links.kind(place)) {
            case FILE -> Optional.of(remote.run(client -> file(client, place, link.name())));
            case FOLDER -> Optional.of(Entry.named(link.name(), EntryKind.FOLDER));
            case LOOP, UNCERTAIN -> Optional.empty();
        };
    }

    @Override
    public Optional<Entry> look(String path, Entry source) throws IOException {
        RemotePath place = at(root, path);
        return remote.run(client -> {
            if (source.isFolder()) {
                return Found.isFolder(client, place)
                        ? Optional.of(Entry.named(source.name(), EntryKind.FOLDER))
                        : Optional.empty();
            }
            Entry entry = file(client, place, source.name());
            return entry.size() == Entry.UNKNOWN_SIZE ? Optional.empty() : Optional.of(entry);
        });
    }

    private static Entry file(FtpClient client, RemotePath path, String name) throws FtpException {
        return new Entry(name, EntryKind.FILE, client.size(path), client.modified(path), "", "", "", null);
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
