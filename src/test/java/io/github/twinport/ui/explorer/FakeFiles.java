// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Precision;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.ftp.listing.Gap;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.ui.explorer.Location.RemoteFolder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A server's files in memory that answer at once, or when the test says so. */
final class FakeFiles implements PaneFiles {

    final Map<Location, List<Entry>> folders = new HashMap<>();
    final List<String> done = new ArrayList<>();
    final List<Pending> pending = new ArrayList<>();

    /** Whether listings wait for {@link Pending#answer}. */
    boolean slow;

    List<String> unparsed = List.of();
    List<String> said = List.of();
    Set<Gap> gaps = Set.of();

    @Nullable
    IOException refusal;

    /** A listing that was asked for. */
    record Pending(Location folder, Consumer<List<Entry>> batches, CompletableFuture<Listing> result) {

        void answer(List<Entry> entries) {
            batches.accept(entries);
            result.complete(new Listing(entries, List.of(), 0, Set.of()));
        }
    }

    static Location at(String path) {
        return new RemoteFolder(RemotePath.of(path));
    }

    static Entry file(String name, long size) {
        var modified = new Timestamp(Instant.parse("2026-03-04T05:06:00Z").plusSeconds(size), Precision.SECOND);
        return new Entry(name, EntryKind.FILE, size, modified, "rw-r--r--", "", "", null);
    }

    static Entry folder(String name) {
        var modified = new Timestamp(Instant.parse("2026-01-02T03:04:00Z"), Precision.SECOND);
        return new Entry(name, EntryKind.FOLDER, Entry.UNKNOWN_SIZE, modified, "rwxr-xr-x", "", "", null);
    }

    FakeFiles put(String path, Entry... entries) {
        folders.put(at(path), new ArrayList<>(List.of(entries)));
        return this;
    }

    @Override
    public Side side() {
        return Side.REMOTE;
    }

    @Override
    public CompletableFuture<Location> start() {
        return CompletableFuture.completedFuture(at("/"));
    }

    @Override
    public Location locate(String text, @Nullable Location base) {
        return at(text);
    }

    @Override
    public CompletableFuture<Listing> list(Location folder, Consumer<List<Entry>> batches) {
        if (slow) {
            var waiting = new Pending(folder, batches, new CompletableFuture<>());
            pending.add(waiting);
            return waiting.result();
        }
        List<Entry> entries = folders.get(folder);
        if (entries == null) {
            return CompletableFuture.failedFuture(new NoSuchFileException(folder.text()));
        }
        batches.accept(entries);
        return CompletableFuture.completedFuture(new Listing(entries, unparsed, unparsed.size(), gaps, said));
    }

    @Override
    public CompletableFuture<?> makeFolder(Location folder, String name) {
        return change(
                "make " + folder.child(name).text(), () -> folders.get(folder).add(folder(name)));
    }

    @Override
    public CompletableFuture<?> rename(Location folder, String from, String to) {
        return change(
                "rename " + folder.child(from).text() + " " + to,
                () -> folders.get(folder)
                        .replaceAll(entry -> entry.name().equals(from) ? file(to, entry.size()) : entry));
    }

    @Override
    public CompletableFuture<?> delete(Location folder, List<Entry> entries) {
        String names = String.join(" ", entries.stream().map(Entry::name).toList());
        return change("delete " + names, () -> folders.get(folder).removeAll(entries));
    }

    private CompletableFuture<?> change(String what, Runnable work) {
        if (refusal != null) {
            return CompletableFuture.failedFuture(refusal);
        }
        done.add(what);
        work.run();
        return CompletableFuture.completedFuture(what);
    }
}
