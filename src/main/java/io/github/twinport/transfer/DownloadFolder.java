// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.listing.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes the local folder of a downloaded one and finds what is to come into it. Belongs to one worker. */
final class DownloadFolder {

    private final TransferRequest folder;
    private final WorkerConnection connection;
    private final LocalFiles files;
    private final Explainer explainer;
    private final boolean entersLinks;
    private final LinkGuard guard;

    DownloadFolder(
            TransferRequest folder,
            LinkGuard guard,
            WorkerConnection connection,
            LocalFiles files,
            Explainer explainer,
            boolean entersLinks) {
        this.entersLinks = entersLinks;
        this.guard = guard;
        this.folder = folder;
        this.connection = connection;
        this.files = files;
        this.explainer = explainer;
    }

    Outcome run(Consumer<List<Child>> found) throws IOException {
        Path local = folder.local();
        guard.demandNoLink(local.toAbsolutePath());
        if (Files.exists(local) && !Files.isDirectory(local)) {
            throw new TransferException.TargetIsFile(LocalTarget.name(local));
        }
        if (!Files.isDirectory(local)) {
            Files.createDirectories(local);
        }
        FolderNames names =
                new FolderNames(LocalNames.HERE, local, (name, other) -> files.isSameName(local, name, other));
        List<Entry> links = new ArrayList<>();
        Set<Gap> gaps = connection.list(folder.remote(), entries -> {
            List<Child> children = new ArrayList<>();
            for (Entry entry : entries) {
                if (entersLinks && entry.kind() == EntryKind.LINK) {
                    // Where it leads can be asked only when the listing is over.
                    links.add(entry);
                } else {
                    children.add(child(entry, names));
                }
            }
            found.accept(children);
        });
        if (!links.isEmpty()) {
            found.accept(follow(links, names));
        }
        return gaps.isEmpty() ? new Outcome.Done() : new Outcome.Broken(new ListingNotWholeException(gaps), false);
    }

    private List<Child> follow(List<Entry> links, FolderNames names) throws IOException {
        RemoteLinks kinds = new RemoteLinks(connection::enterFolder);
        List<Child> children = new ArrayList<>();
        for (Entry link : links) {
            Child listed = child(link, names);
            children.add(
                    switch (kinds.kind(folder.remote().child(link.name()))) {
                        case FILE -> listed;
                        case FOLDER -> child(Entry.named(link.name(), EntryKind.FOLDER), names);
                        case LOOP -> listed.skipped(explainer.linkLoop());
                        case UNCERTAIN -> listed.skipped(explainer.linkToFolder());
                    });
        }
        return children;
    }

    private Child child(Entry entry, FolderNames names) {
        RemotePath remote = folder.remote().child(entry.name());
        Source source = Source.of(entry);
        try {
            TransferRequest request = request(names.resolve(entry.name()), remote, entry, source);
            Outcome decided = entry.kind() == EntryKind.OTHER ? new Outcome.Skipped(explainer.notAFile()) : null;
            return new Child(request, source, Target.UNKNOWN, decided);
        } catch (InvalidPathException e) {
            TransferRequest request = request(folder.local(), remote, entry, source);
            return new Child(request, source, Target.UNKNOWN, new Outcome.Broken(e, false));
        }
    }

    private TransferRequest request(Path local, RemotePath remote, Entry entry, Source source) {
        long size = entry.isFolder() ? Entry.UNKNOWN_SIZE : source.size();
        return folder.child(local, remote, entry.isFolder(), size);
    }
}
