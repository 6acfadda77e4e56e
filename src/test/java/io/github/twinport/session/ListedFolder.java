// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import io.github.twinport.files.EntryKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder on the disk with odd names, old and new times, links, an empty folder and a large sparse file. */
record ListedFolder(Path path) {

    private static final long LARGE = 3L << 30;

    static ListedFolder make(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("empty folder"));
        Files.createDirectories(folder.resolve("folder"));
        for (String name : new String[] {
            "plain.txt",
            "two  words",
            " leading blank",
            "-dash",
            ".hidden",
            "semi;colon=eq",
            "quote\"d",
            "#hash%41",
            "star*[x]",
            "a -> b",
            "ünïcödé – 日本語 🎉.txt",
            "total 12",
            "10:30"
        }) {
            Files.writeString(folder.resolve(name), name);
        }
        Files.createFile(folder.resolve("empty"));
        Instant now = Instant.now();
        touch(folder.resolve("old 1985"), Instant.parse("1985-10-26T01:21:35Z"));
        touch(folder.resolve("old 2010"), Instant.parse("2010-02-28T23:59:58Z"));
        touch(folder.resolve("leap day"), Instant.parse("2024-02-29T12:00:01Z"));
        touch(folder.resolve("a minute ago"), now.minus(Duration.ofMinutes(1)));
        touch(folder.resolve("a month ago"), now.minus(Duration.ofDays(30)));
        touch(folder.resolve("five months ago"), now.minus(Duration.ofDays(150)));
        touch(folder.resolve("seven months ago"), now.minus(Duration.ofDays(210)));
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("large").toFile(), "rw")) {
            sparse.setLength(LARGE);
        }
        Files.createSymbolicLink(folder.resolve("link to file"), Path.of("plain.txt"));
        Files.createSymbolicLink(folder.resolve("link to folder"), Path.of("folder"));
        return new ListedFolder(folder);
    }

    private static void touch(Path file, Instant time) throws IOException {
        Files.writeString(file, "x");
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    Set<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** What an entry may be taken for: some servers show what a link leads to. */
    Set<EntryKind> kinds(String name) {
        Path entry = path.resolve(name);
        EntryKind kind = Files.isDirectory(entry) ? EntryKind.FOLDER : EntryKind.FILE;
        return Files.isSymbolicLink(entry) ? Set.of(EntryKind.LINK, kind) : Set.of(kind);
    }

    boolean isFile(String name) {
        return Files.isRegularFile(path.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    long size(String name) throws IOException {
        return Files.size(path.resolve(name));
    }

    Instant modified(String name) throws IOException {
        return Files.getLastModifiedTime(path.resolve(name)).toInstant();
    }
}
