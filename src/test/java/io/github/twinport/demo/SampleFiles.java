// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Files to play with: plausible names and sizes, random content, the same in every run. */
final class SampleFiles {

    private static final int KILOBYTE = 1_000;
    private static final int MEGABYTE = 1_000_000;

    /** What the demo's server serves. */
    static final List<Sample> ON_SERVER = List.of(
            new Sample("readme.txt", 2 * KILOBYTE),
            new Sample("Backup 2026-11.tar.gz", 24 * MEGABYTE),
            new Sample("photos/Alps/Eiger north face.jpg", 3 * MEGABYTE),
            new Sample("photos/Alps/Mönch at dawn.jpg", 4 * MEGABYTE),
            new Sample("photos/Alps/Jungfrau.jpg", 2 * MEGABYTE),
            new Sample("photos/東京/浅草寺.jpg", 2 * MEGABYTE),
            new Sample("photos/東京/銀座 at night.jpg", 3 * MEGABYTE),
            new Sample("photos/contact sheet.png", 700 * KILOBYTE),
            new Sample("photos/empty note.txt", 0),
            new Sample("scans/invoice 001.pdf", 180 * KILOBYTE),
            new Sample("scans/invoice 002.pdf", 175 * KILOBYTE),
            new Sample("scans/invoice 003.pdf", 190 * KILOBYTE),
            new Sample("website/index.html", 9 * KILOBYTE),
            new Sample("website/css/site.css", 14 * KILOBYTE),
            new Sample("website/js/app.js", 88 * KILOBYTE),
            new Sample("website/images/logo.svg", 4 * KILOBYTE));

    /** What lies on the other side. */
    static final List<Sample> ON_THIS_COMPUTER = List.of(
            new Sample("letters/Dear Anna.odt", 31 * KILOBYTE),
            new Sample("letters/Dear Björn.odt", 29 * KILOBYTE),
            new Sample("letters/drafts/unsent #7.txt", 3 * KILOBYTE),
            new Sample("letters/drafts/100% sure [final].txt", 5 * KILOBYTE),
            new Sample("budget.xlsx", 64 * KILOBYTE),
            new Sample("holiday.mp4", 18 * MEGABYTE));

    private SampleFiles() {}

    /** Makes the folder hold these files and nothing else. */
    static void replace(Path folder, List<Sample> samples) throws IOException {
        delete(folder);
        Instant newest = Instant.parse("2026-11-20T16:40:00Z");
        int age = 0;
        for (Sample sample : samples) {
            Path file = folder.resolve(sample.name());
            Files.createDirectories(file.getParent());
            byte[] content = new byte[sample.bytes()];
            new Random(sample.name().length()).nextBytes(content);
            Files.write(file, content);
            Files.setLastModifiedTime(file, FileTime.from(newest.minus(age * 31L, ChronoUnit.HOURS)));
            age++;
        }
    }

    /** Deletes a folder with all it holds. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /**
     * One file.
     *
     * @param name its path below the folder
     * @param bytes its length
     */
    record Sample(String name, int bytes) {}
}
