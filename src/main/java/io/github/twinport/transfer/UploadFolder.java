// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.ftp.FtpException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Makes the server's folder of an uploaded one and finds what is to come into it. Belongs to one worker. */
final class UploadFolder {

    private static final int BATCH = 500;

    private final Attempt attempt;
    private final TransferRequest folder;
    private final WorkerConnection connection;
    private final Explainer explainer;
    private final UnaryOperator<List<Child>> chosen;

    /**
     * An upload of a folder.
     *
     * @param chosen leaves those of its entries that are wanted
     */
    UploadFolder(Attempt attempt, WorkerConnection connection, Explainer explainer, UnaryOperator<List<Child>> chosen) {
        this.chosen = chosen;
        this.attempt = attempt;
        this.folder = attempt.request();
        this.connection = connection;
        this.explainer = explainer;
    }

    Outcome run(Consumer<List<Child>> found) throws IOException {
        RemoteContents there = isMadeAhead() ? RemoteContents.nothing() : look();
        LocalTwins twins = LocalTwins.in(folder.local());
        List<Child> batch = new ArrayList<>(BATCH);
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder.local())) {
            for (Path path : paths) {
                attempt.check();
                Child child = child(path, there);
                batch.add(isApart(child, there, twins) ? child : child.to(Target.SHARED));
                if (batch.size() == BATCH) {
                    tell(chosen.apply(List.copyOf(batch)), there, found);
                    batch.clear();
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        tell(chosen.apply(batch), there, found);
        return new Outcome.Done();
    }

    /** Whether the folder above has made this one, nothing has come into it since, and this is the first to look. */
    private boolean isMadeAhead() {
        return attempt.target().equals(Target.NOTHING) && !attempt.isRepeated();
    }

    /** Tells of the files at once, and of folders when those that are new have been made, all with one wait. */
    private void tell(List<Child> batch, RemoteContents there, Consumer<List<Child>> found) throws IOException {
        found.accept(batch.stream().filter(child -> !child.request().folder()).toList());
        List<Child> folders =
                batch.stream().filter(child -> child.request().folder()).toList();
        List<RemotePath> missing = folders.stream()
                .filter(child -> child.decided() == null && !child.target().shared())
                .map(child -> child.request().remote())
                .filter(path -> there.target(path.name()).equals(Target.NOTHING))
                .toList();
        // Who fills one would have to list it: that the server makes it does not mean that it was not there.
        Set<RemotePath> made = missing.isEmpty() ? Set.of() : Set.copyOf(connection.makeFolders(missing));
        found.accept(folders.stream()
                .map(child -> made.contains(child.request().remote()) ? child.to(Target.NOTHING) : child)
                .toList());
    }

    /** A folder that could be made may have been there all the same: some servers say so of any. */
    private RemoteContents look() throws IOException {
        boolean made = makeFolder();
        if (attempt.target().shared() && !attempt.request().remote().equals(RemotePath.ROOT)) {
            SharedPlace.demandOwn(folder.remote(), connection);
        }
        RemoteContents there = RemoteContents.unknown();
        try {
            if (connection.list(folder.remote(), there::add).isEmpty()) {
                there.complete();
            }
        } catch (FtpException.Refused e) {
            // Some servers cannot list what is empty.
            if (!made) {
                throw e;
            }
        }
        return there;
    }

    /** Whether the folder was made. Servers refuse to make one that exists in many words: going into it is the proof. */
    private boolean makeFolder() throws IOException {
        if (folder.remote().equals(RemotePath.ROOT)) {
            return false;
        }
        try {
            connection.makeFolder(folder.remote());
            return true;
        } catch (FtpException.Refused e) {
            try {
                connection.changeFolder(folder.remote());
                return false;
            } catch (FtpException.Refused noFolder) {
                if (noFolder.reply().isTransientRefusal()) {
                    // It may be there all the same, so this is not the last word.
                    noFolder.addSuppressed(e);
                    return makeWithParents(noFolder);
                }
                e.addSuppressed(noFolder);
                return makeWithParents(e);
            }
        }
    }

    private boolean makeWithParents(FtpException.Refused refused) throws IOException {
        RemotePath parent = folder.remote().parent();
        if (parent == null || !new RemoteFolders(connection).makeMissing(parent)) {
            throw refused;
        }
        return new RemoteFolders(connection).makeMissing(folder.remote());
    }

    /** Whether a server cannot take an entry for another of the same folder, as it shows this very one already. */
    private static boolean isApart(Child child, RemoteContents there, LocalTwins twins) {
        String name = child.request().remote().name();
        return !twins.has(name) || there.target(name).entry() != null;
    }

    private Child child(Path path, RemoteContents there) {
        String name = LocalNames.HERE.onServer(LocalTarget.name(path), there::has);
        if (!EntryName.isPlain(name)) {
            return broken(path, EntryName.escaped(name), new TransferException.NameCannotBeSent(name));
        }
        if (!LocalNames.isReadable(path)) {
            return broken(path, name, new TransferException.LocalNameDamaged(name));
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            Timestamp modified = new Timestamp(attributes.lastModifiedTime().toInstant(), Precision.FRACTION);
            if (attributes.isDirectory()) {
                Outcome loop = LinkLoop.isAt(path) ? new Outcome.Skipped(explainer.linkLoop()) : null;
                Source source = new Source(EntryKind.FOLDER, Entry.UNKNOWN_SIZE, modified);
                return new Child(request(path, name, true, Entry.UNKNOWN_SIZE), source, Target.UNKNOWN, loop);
            }
            Outcome decided = attributes.isRegularFile() ? null : new Outcome.Skipped(explainer.notAFile());
            Source source = new Source(EntryKind.FILE, attributes.size(), modified);
            Target target = there.target(name);
            return new Child(request(path, name, false, attributes.size()), source, target, decided);
        } catch (NoSuchFileException e) {
            return Files.isSymbolicLink(path)
                    ? decided(path, name, new Outcome.Skipped(explainer.danglingLink()))
                    : broken(path, name, e);
        } catch (IOException e) {
            return broken(path, name, e);
        }
    }

    private Child broken(Path path, String name, IOException failure) {
        return decided(path, name, new Outcome.Broken(failure, false));
    }

    private Child decided(Path path, String name, Outcome outcome) {
        Source source = new Source(EntryKind.OTHER, Entry.UNKNOWN_SIZE, null);
        return new Child(request(path, name, false, Entry.UNKNOWN_SIZE), source, Target.UNKNOWN, outcome);
    }

    private TransferRequest request(Path local, String name, boolean isFolder, long size) {
        return folder.child(local, folder.remote().child(name), isFolder, size);
    }
}
