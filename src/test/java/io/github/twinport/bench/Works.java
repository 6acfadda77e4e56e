// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.bench;

import io.github.twinport.bench.Contest.Contestant;
import io.github.twinport.support.RealServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The kinds of work, each as contests of all programs over one server. */
final class Works {

    private static final int BLOCK = 1024 * 1024;
    private static final int SMALL = 2048;

    private final String label;
    private final RealServer server;
    private final Peers peers;
    private final Path folder;
    private final List<String> prefix;

    Works(String label, RealServer server, Peers peers, Path folder, List<String> prefix) {
        this.label = label;
        this.server = server;
        this.peers = peers;
        this.folder = folder;
        this.prefix = prefix;
    }

    /** One large file each way. */
    List<Contest> bulk(int mebibytes) throws IOException {
        Path big = fill(server.root().resolve("big.bin"), mebibytes);
        Path got = peers.local().resolve("big.bin");
        Path put = server.root().resolve("up/big.bin");
        return List.of(
                new Contest(
                        label + " down",
                        mebibytes,
                        "MiB",
                        List.of(
                                same("Twinport", peers.twinportGet("/big.bin", 1), big, got),
                                same("curl", peers.curlGet("/big.bin", got), big, got),
                                same("lftp", peers.lftpGet("/big.bin", got), big, got),
                                same("lftp pget -n4", peers.lftpSegmentedGet("/big.bin", got), big, got))),
                new Contest(
                        label + " up",
                        mebibytes,
                        "MiB",
                        List.of(
                                same("Twinport", peers.twinportPut(big, 1), big, put),
                                same("curl", peers.curlPut(big, "/up/big.bin"), big, put),
                                same("lftp", peers.lftpPut(big, "/up/big.bin"), big, put))));
    }

    /** Many small files each way, with the given numbers of connections; 0 leaves it at Twinport's default. */
    List<Contest> small(int folders, int files, List<Integer> connections) throws IOException {
        Path tree = tree(server.root().resolve("tree"), folders, files);
        Path got = peers.local().resolve("tree");
        Path put = server.root().resolve("up/tree");
        int count = folders * files;
        List<Contest> contests = new ArrayList<>();
        for (int number : connections) {
            int others = number == 0 ? 8 : number;
            String name = label + (number == 0 ? ", default" : ", " + number);
            contests.add(new Contest(
                    name + " down",
                    count,
                    "files",
                    List.of(
                            many(
                                    "Twinport",
                                    number == 0 ? peers.twinportGet("/tree") : peers.twinportGet("/tree", number),
                                    got,
                                    count),
                            many("curl -Z " + others, peers.curlGetTree(tree, others), got, count),
                            many("lftp -P" + others, peers.lftpGetTree("/tree", others, true), got, count),
                            many("lftp no sync", peers.lftpGetTree("/tree", others, false), got, count))));
            contests.add(new Contest(
                    name + " up",
                    count,
                    "files",
                    List.of(
                            many(
                                    "Twinport",
                                    number == 0 ? peers.twinportPut(tree) : peers.twinportPut(tree, number),
                                    put,
                                    count),
                            many("curl -Z " + others, peers.curlPutTree(tree, others), put, count),
                            many("lftp -P" + others, peers.lftpPutTree(tree, others, true), put, count),
                            many("lftp no sync", peers.lftpPutTree(tree, others, false), put, count))));
        }
        return contests;
    }

    /** A long listing. */
    List<Contest> listing(int entries) throws IOException {
        tree(server.root().resolve("many"), 1, entries);
        String path = "/many/d000";
        return List.of(new Contest(
                label,
                entries,
                "entries",
                List.of(
                        lines("Twinport ls --json", peers.twinportList(path), entries),
                        lines("curl LIST", peers.curlList(path), entries),
                        lines("lftp nlist", peers.lftpList(path), entries))));
    }

    private Contestant same(String name, List<String> command, Path expected, Path actual) {
        return contestant(name, command, () -> Files.mismatch(expected, actual) == -1);
    }

    private Contestant many(String name, List<String> command, Path tree, int count) {
        return contestant(name, command, () -> {
            try (Stream<Path> all = Files.walk(tree)) {
                return all.filter(path -> path.toString().endsWith(".bin")).count() == count;
            }
        });
    }

    private Contestant lines(String name, List<String> command, int count) {
        return contestant(name, command, () -> {
            try (Stream<String> all = Files.lines(folder.resolve("output.txt"))) {
                return all.filter(line -> line.contains(".bin")).count() == count;
            }
        });
    }

    private Contestant contestant(String name, List<String> command, Check check) {
        return new Contestant(name, () -> {
            Folders.empty(peers.local());
            Folders.empty(server.root().resolve("up"));
            server.adopt();
            Measured measured = Measured.run(prefix, command, folder);
            if (!check.holds()) {
                throw new IOException("the result is wrong");
            }
            return measured;
        });
    }

    private static Path fill(Path file, int mebibytes) throws IOException {
        byte[] block = new byte[BLOCK];
        Random random = new Random(1);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(block);
                channel.write(ByteBuffer.wrap(block));
            }
        }
        return file;
    }

    private static Path tree(Path root, int folders, int files) throws IOException {
        byte[] bytes = new byte[SMALL];
        new Random(2).nextBytes(bytes);
        for (int i = 0; i < folders; i++) {
            Path folder = Files.createDirectories(root.resolve(String.format("d%03d", i)));
            for (int j = 0; j < files; j++) {
                Files.write(folder.resolve(String.format("f%06d.bin", j)), folders == 1 ? new byte[0] : bytes);
            }
        }
        return root;
    }

    @FunctionalInterface
    private interface Check {
        boolean holds() throws IOException;
    }
}
