// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A folder as people have them: names of all kinds, empty and large files, folders in folders and an empty one. */
public final class MixedFiles {

    /** How many files {@link #make} makes. */
    public static final int COUNT = 200;

    private static final Instant OLDEST = Instant.parse("2025-03-04T05:06:07Z");
    private static final int BLOCK = 1_000_000;

    /** Each is legal on Linux and on all servers that the tests start. */
    private static final List<String> AWKWARD = List.of(
            "two words.txt",
            " space at the front",
            "it's \"quoted\".txt",
            "Übergröße ß.txt",
            "Cafe\u0301 with a combining accent",
            "日本語 テキスト.txt",
            "한국어",
            "emoji \uD83D\uDE80.txt",
            "-dash",
            "--rf",
            "#hash",
            "50% off",
            "a%20b",
            "[brackets]{braces}",
            "semi;colon=1;",
            "star*?",
            "tilde~",
            "$dollar `tick` & more",
            ".hidden",
            "no.such...dots.");

    private static final List<String> FOLDERS = List.of(
            "", "photos 2024", "photos 2024/Ausflüge & Feste", "deep/er/and deeper/[still]", "-folder", "#1 50%");

    private MixedFiles() {}

    /**
     * Makes {@value #COUNT} files.
     *
     * @param folder the folder that will hold them, which does not exist yet
     * @param large the size of the largest file in bytes
     */
    public static void make(Path folder, long large) throws IOException {
        Random random = new Random(200);
        for (String sub : FOLDERS) {
            Files.createDirectories(folder.resolve(sub));
        }
        Files.createDirectories(folder.resolve("empty folder"));
        write(folder.resolve("empty file"), 0, random);
        write(folder.resolve("large.bin"), large, random);
        for (int i = 2; i < COUNT; i++) {
            String name = i - 2 < AWKWARD.size() ? AWKWARD.get(i - 2) : "file %03d.dat".formatted(i);
            // Many small files and few of some hundred kilobytes.
            long size = random.nextInt(i % 10 == 0 ? 400_000 : 6_000);
            write(folder.resolve(FOLDERS.get(i % FOLDERS.size())).resolve(name), size, random);
        }
        int minutes = 0;
        for (String file : FolderDigest.of(folder).keySet()) {
            Files.setLastModifiedTime(folder.resolve(file), FileTime.from(OLDEST.plusSeconds(60L * minutes++)));
        }
    }

    /** Makes one file without any two blocks of a megabyte that are equal. */
    public static void write(Path file, long size, Random random) throws IOException {
        byte[] block = new byte[(int) Math.min(size, BLOCK)];
        random.nextBytes(block);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; left -= block.length) {
                if (size > BLOCK) {
                    ByteBuffer.wrap(block).putLong(0, left);
                }
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
    }
}
