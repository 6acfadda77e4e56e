// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryName;
import io.github.twinport.ftp.listing.Gap;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.ui.explorer.Location.LocalFolder;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The files of this computer. Each call works on a virtual thread of its own. */
public final class LocalPaneFiles implements PaneFiles {

    private static final int BATCH = 1000;

    private final Path start;

    /** Files of this computer, at first those of the given folder. */
    public LocalPaneFiles(Path start) {
        this.start = start;
    }

    @Override
    public Side side() {
        return Side.LOCAL;
    }

    @Override
    public CompletableFuture<Location> start() {
        return CompletableFuture.completedFuture(new LocalFolder(start));
    }

    @Override
    public Location locate(String text, @Nullable Location base) {
        String path = text.strip();
        if (path.equals("~") || path.startsWith("~/")) {
            return new LocalFolder(Path.of(System.getProperty("user.home") + path.substring(1)));
        }
        return base instanceof LocalFolder folder
                ? new LocalFolder(folder.path().resolve(path))
                : new LocalFolder(Path.of(path));
    }

    @Override
    public CompletableFuture<Listing> list(Location folder, Consumer<List<Entry>> batches) {
        return LocalWork.start(work -> list(path(folder), batches, work));
    }

    @Override
    public CompletableFuture<?> makeFolder(Location folder, String name) {
        return LocalWork.start(work -> Files.createDirectory(path(folder).resolve(name)));
    }

    @Override
    public CompletableFuture<?> rename(Location folder, String from, String to) {
        return LocalWork.start(work -> {
            Path source = path(folder).resolve(from);
            Path target = path(folder).resolve(to);
            // A file system that ignores case shows the source under its new name too.
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isSameFile(source, target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            return Files.move(source, target);
        });
    }

    @Override
    public CompletableFuture<?> delete(Location folder, List<Entry> entries) {
        return LocalWork.start(work -> {
            for (Entry entry : entries) {
                Files.walkFileTree(path(folder).resolve(entry.name()), new Deletion(work));
            }
            return entries.size();
        });
    }

    private static Listing list(Path folder, Consumer<List<Entry>> batches, LocalWork work) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<String> unnamed = new ArrayList<>();
        int handedOut = 0;
        try (var paths = Files.newDirectoryStream(folder)) {
            for (Path path : paths) {
                work.checkCancelled();
                String name = String.valueOf(path.getFileName());
                if (EntryName.isPlain(name)) {
                    entries.add(LocalEntries.read(path, name));
                } else {
                    unnamed.add(EntryName.escaped(name));
                }
                if (entries.size() - handedOut == BATCH) {
                    batches.accept(List.copyOf(entries.subList(handedOut, entries.size())));
                    handedOut = entries.size();
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        batches.accept(List.copyOf(entries.subList(handedOut, entries.size())));
        return new Listing(entries, unnamed, unnamed.size(), unnamed.isEmpty() ? Set.of() : Set.of(Gap.UNREAD_LINES));
    }

    private static Path path(Location folder) {
        return switch (folder) {
            case LocalFolder local -> local.path();
            case Location.RemoteFolder remote ->
                throw new IllegalArgumentException("no folder of this computer: " + remote);
        };
    }
}
