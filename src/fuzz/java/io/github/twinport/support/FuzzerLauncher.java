// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts Jazzer on one target, with a folder for the inputs that it finds interesting and for those that fail. */
public final class FuzzerLauncher {

    private FuzzerLauncher() {}

    /**
     * Runs until the time is over or an input fails; the exit code tells which.
     *
     * @param arguments the target's class, the folder, the seconds
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String target = arguments[0];
        Path folder = Path.of(arguments[1]);
        Path inputs = Files.createDirectories(folder.resolve("inputs"));
        Path seeds = Path.of("src/fuzz/seeds", target);
        Jazzer.main(List.of(
                        "--target_class=" + target,
                        "--instrumentation_includes=io.github.twinport.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + folder + "/",
                        "-max_total_time=" + arguments[2],
                        "-timeout=10",
                        "-max_len=4096",
                        "-print_final_stats=1",
                        inputs.toString(),
                        Files.isDirectory(seeds) ? seeds.toString() : inputs.toString())
                .toArray(String[]::new));
    }
}
