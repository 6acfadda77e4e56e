// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** Collects results; prints them as they come and leaves {@code report.md} and {@code report.json}. */
final class Report {

    /** One line; the ratio is this program's speed by that of the fastest other one. */
    record Line(
            String work,
            String program,
            double perSecond,
            String unit,
            double seconds,
            double processorSeconds,
            long kibibytes,
            String failure) {}

    private final Path folder;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> table = new ArrayList<>(List.of(
            "| work | program | speed | ratio | seconds | processor | memory |", "|---|---|---|---|---|---|---|"));

    Report(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        table.forEach(System.out::println);
    }

    /** Adds a contest; Twinport's ratio is that of its speed to the best of the others. */
    void add(Contest contest, List<Contest.Result> results) throws IOException {
        double best = results.stream()
                .filter(result ->
                        !isTwinport(result) && !Double.isNaN(result.median().seconds()))
                .min(Comparator.comparingDouble(result -> result.median().seconds()))
                .map(result -> result.median().seconds())
                .orElse(Double.NaN);
        for (Contest.Result result : results) {
            Measured median = result.median();
            lines.add(new Line(
                    contest.name(),
                    result.name(),
                    contest.units() / median.seconds(),
                    contest.unit(),
                    median.seconds(),
                    median.processor(),
                    median.memory(),
                    result.failure()));
            String row = result.failure().isEmpty()
                    ? String.format(
                            Locale.ROOT,
                            "| %s | %s | %,.0f %s/s | %s | %.2f | %.2f | %d MiB |",
                            contest.name(),
                            result.name(),
                            contest.units() / median.seconds(),
                            contest.unit(),
                            isTwinport(result) ? String.format(Locale.ROOT, "%.2f", best / median.seconds()) : "",
                            median.seconds(),
                            median.processor(),
                            median.memory() / 1024)
                    : "| " + contest.name() + " | " + result.name() + " | failed: " + result.failure() + " | | | | |";
            table.add(row);
            System.out.println(row);
        }
        Files.write(folder.resolve("report.md"), table);
        Files.writeString(
                folder.resolve("report.json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(lines));
    }

    private static boolean isTwinport(Contest.Result result) {
        return result.name().startsWith("Twinport");
    }
}
