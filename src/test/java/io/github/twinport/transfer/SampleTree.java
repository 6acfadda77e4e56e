// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of files with awkward names and sizes, and what proves that a copy of it is the same. */
public final class SampleTree {

    private static final List<String> NAMES = List.of(
            "plain.txt",
            "two words",
            "quote\"s and 'more'",
            "Ünïcödé ß",
            "日本語 テキスト.txt",
            "-dash",
            "#hash",
            "50%",
            "a%20b",
            "[bracket]",
            "semi;colon=1",
            "co:lon",
            "star*?");

    private SampleTree() {}

    /** A name that Apache FtpServer takes for a path and Pure-FTPd refuses. */
    public static final String BACKSLASH = "back\\slash";

    /** Makes files of all lengths around the sizes of blocks, in four folders, one of them empty. */
    public static void make(Path folder) throws IOException {
        Random random = new Random(7);
        Files.createDirectories(folder.resolve("empty folder"));
        Files.createDirectories(folder.resolve("in/ner"));
        int[] sizes = {0, 1, 10, 1000, 65_536, 65_537, 300_000, 2_000_000};
        for (int i = 0; i < NAMES.size(); i++) {
            Path file = folder.resolve(i % 3 == 0 ? "in/ner" : i % 3 == 1 ? "in" : "")
                    .resolve(NAMES.get(i));
            byte[] bytes = new byte[sizes[i % sizes.length]];
            random.nextBytes(bytes);
            Files.write(file, bytes);
            Files.setLastModifiedTime(
                    file, FileTime.from(Instant.parse("2025-03-04T05:06:07Z").plusSeconds(i)));
        }
    }

    /** Every path below a folder with the digest and, for files, the time in seconds. */
    public static Map<String, String> fingerprint(Path folder, boolean times) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) tree::iterator) {
                String name = folder.relativize(path).toString();
                if (Files.isDirectory(path)) {
                    all.put(name, "folder");
                } else {
                    long seconds = Files.getLastModifiedTime(path).toInstant().getEpochSecond();
                    all.put(name, digest(path) + (times ? " " + seconds : ""));
                }
            }
        }
        return all;
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
