// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.soak;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.support.FolderDigest;
import io.github.twinport.support.MixedFiles;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.TransferRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is transferred in each round: a folder with folders and some large files, both ways at once. */
final class Work {

    /** The folder as the server's user sees it. */
    private static final String SOURCE = "/source";

    private final Path root;
    private final Path local;
    private final List<String> large;
    private final Map<String, String> expected;

    private Work(Path root, Path local, List<String> large) throws IOException {
        this.root = root;
        this.local = local;
        this.large = large;
        expected = digests(root.resolve("source"));
    }

    /**
     * Makes the files.
     *
     * @param folder where everything is
     * @param small how many small files there are in folders
     * @param large the lengths of large files in bytes
     */
    static Work make(Path folder, int small, List<Integer> large, long seed) throws IOException {
        Random random = new Random(seed);
        Path root = folder.resolve("served");
        Path source = Files.createDirectories(root.resolve("source"));
        for (int i = 0; i < small; i++) {
            Path parent = source.resolve("tree").resolve("a" + i % 3).resolve("Größe " + i % 4);
            Files.createDirectories(parent);
            MixedFiles.write(parent.resolve("file " + i), random.nextInt(i % 10 == 0 ? 400_000 : 9_000), random);
        }
        Files.createDirectories(source.resolve("tree").resolve("empty"));
        List<String> names = new ArrayList<>();
        for (int size : large) {
            String name = "large " + names.size();
            names.add(name);
            MixedFiles.write(source.resolve(name), size, random);
        }
        return new Work(root, Files.createDirectories(folder.resolve("local")), names);
    }

    /** What the server serves. */
    Path root() {
        return root;
    }

    /** How many files one round moves over so many connections. */
    int files(int connections) {
        return (int) expected.values().stream()
                        .filter(value -> !value.equals("folder"))
                        .count()
                * 2
                * connections;
    }

    /** How many bytes one round moves over so many connections. */
    long bytes(int connections) throws IOException {
        long sum = 0;
        for (Path file : paths(root.resolve("source"))) {
            sum += Files.isDirectory(file) ? 0 : Files.size(file);
        }
        return sum * 2 * connections;
    }

    /** Asks for one round over one connection. */
    List<TransferRequest> requests(String name, ConnectionSettings connection) throws IOException {
        Path source = root.resolve("source");
        Path back = Files.createDirectories(local.resolve(name));
        Files.createDirectories(root.resolve(name));
        List<TransferRequest> all = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            Path here = direction == Direction.UPLOAD ? source : back;
            String there = direction == Direction.UPLOAD ? "/" + name : SOURCE;
            all.add(request(connection, direction, here, there, "tree", true));
            for (String file : large) {
                all.add(request(connection, direction, here, there, file, false));
            }
        }
        return all;
    }

    private static TransferRequest request(
            ConnectionSettings connection, Direction direction, Path here, String there, String name, boolean folder) {
        return new TransferRequest(
                connection,
                direction,
                here.resolve(name),
                RemotePath.of(there + "/" + name),
                folder,
                Entry.UNKNOWN_SIZE);
    }

    /** What is different from what it should be after a round; then removes what the round has made. */
    List<String> check(String name) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path folder : List.of(root.resolve(name), local.resolve(name))) {
            Map<String, String> found = digests(folder);
            expected.forEach((path, digest) -> {
                String other = found.remove(path);
                if (!digest.equals(other)) {
                    wrong.add(folder.getParent().getFileName() + "/" + name + "/" + path
                            + (other == null ? " is missing" : " is different"));
                }
            });
            found.keySet()
                    .forEach(path ->
                            wrong.add(folder.getParent().getFileName() + "/" + name + "/" + path + " is left over"));
        }
        if (wrong.isEmpty()) {
            delete(root.resolve(name));
            delete(local.resolve(name));
        }
        return wrong;
    }

    /** Removes a folder with all it holds. */
    static void delete(Path folder) throws IOException {
        for (Path path : paths(folder).reversed()) {
            Files.delete(path);
        }
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Path path : paths(folder)) {
            all.put(folder.relativize(path).toString(), Files.isDirectory(path) ? "folder" : FolderDigest.sha256(path));
        }
        return all;
    }

    private static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
