// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.soak;

import io.github.twinport.soak.Samples.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a soak so far. */
final class SoakReport {

    private static final long MEGABYTE = 1_000_000;

    private final Soak soak;
    private final long seed;

    SoakReport(Soak soak, long seed) {
        this.soak = soak;
        this.seed = seed;
    }

    /** The last round in one line. */
    String line() {
        Sample last = soak.samples().all().getLast();
        return String.format(
                Locale.ROOT,
                "%5d s, round %d: %d faults of %d steps, %d tried again by the user, heap %.1f MB, %d threads, %d files",
                last.second(),
                soak.rounds(),
                soak.faultCount(),
                soak.faults().steps(),
                soak.user().retries(),
                (double) last.heap() / MEGABYTE,
                last.threads(),
                last.files());
    }

    /** All of it as Markdown. */
    String text(List<String> wrong) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Soak\n");
        lines.add(String.format(
                Locale.ROOT,
                "Seed %d, %d seconds, %d rounds of %d files and %d MB: %d files and %d MB.",
                seed,
                soak.samples().all().getLast().second(),
                soak.rounds(),
                soak.filesOfRound(),
                soak.bytesOfRound() / MEGABYTE,
                (long) soak.rounds() * soak.filesOfRound(),
                soak.rounds() * soak.bytesOfRound() / MEGABYTE));
        lines.add(String.format(
                Locale.ROOT,
                "%d of %d steps failed. The user tried %d items again and was asked %d questions.\n",
                soak.faultCount(),
                soak.faults().steps(),
                soak.user().retries(),
                soak.user().questions()));
        lines.add(wrong.isEmpty() ? "Nothing is wrong.\n" : "Wrong:\n\n- " + String.join("\n- ", wrong) + "\n");
        lines.add("| fault | times |\n|---|---|");
        soak.faults().counts().forEach((fault, count) -> lines.add("| " + fault + " | " + count + " |"));
        lines.add("\n| tried again by the user | times |\n|---|---|");
        soak.user().failures().forEach((what, count) -> lines.add("| " + what + " | " + count + " |"));
        lines.add("\n| median | first quarter | last quarter |\n|---|---|---|");
        lines.add(soak.samples().summary("heap, MB", Sample::heap, MEGABYTE));
        lines.add(soak.samples().summary("threads", Sample::threads, 1));
        lines.add(soak.samples().summary("open files", Sample::files, 1));
        lines.add("\n| second | heap, MB | threads | open files |\n|---|---|---|---|");
        for (Sample sample : soak.samples().all()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %d | %.1f | %d | %d |",
                    sample.second(),
                    (double) sample.heap() / MEGABYTE,
                    sample.threads(),
                    sample.files()));
        }
        return String.join("\n", lines) + "\n";
    }
}
