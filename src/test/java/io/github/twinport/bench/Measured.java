// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;

/**
 * What one run of a program took.
 *
 * @param seconds from its start to its end
 * @param processor the processor time of the program itself, in seconds
 * @param memory the most memory it had at once, in KiB
 */
record Measured(double seconds, double processor, long memory) {

    private static final String TIME = "/usr/bin/time";

    /**
     * Runs a program.
     *
     * @param prefix words before the command, for instance to enter a network namespace
     * @throws IOException when it ends with anything but 0
     */
    static Measured run(List<String> prefix, List<String> command, Path folder)
            throws IOException, InterruptedException {
        Path report = folder.resolve("time.txt");
        Path output = folder.resolve("output.txt");
        List<String> words = new ArrayList<>(prefix);
        boolean timed = Files.isExecutable(Path.of(TIME));
        if (timed) {
            words.addAll(List.of(TIME, "-o", report.toString(), "-f", "%U %S %M"));
        }
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).redirectOutput(output.toFile());
        builder.redirectError(folder.resolve("errors.txt").toFile());
        builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
        builder.environment().put("HOME", folder.toString());
        long start = System.nanoTime();
        int exit = builder.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exit != 0) {
            throw new IOException(command + " ended with " + exit + ": "
                    + Files.readString(folder.resolve("errors.txt"))
                            .lines()
                            .limit(3)
                            .toList());
        }
        if (!timed) {
            return new Measured(seconds, Double.NaN, 0);
        }
        try (Scanner told = new Scanner(Files.readString(report)).useLocale(Locale.ROOT)) {
            return new Measured(seconds, told.nextDouble() + told.nextDouble(), told.nextLong());
        }
    }
}
