// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every step took on every server, as a table. */
final class EngineMatrix {

    private final List<Row> rows = new ArrayList<>();

    /** Begins a row. */
    Row row(String server, String protection, String mode, String family) {
        Row row = new Row("| " + server + " | " + protection + " | " + mode + " | " + family);
        rows.add(row);
        return row;
    }

    /** Writes the table and one line that sums it up, and shows both. */
    void report(Path file) {
        Set<String> steps = new LinkedHashSet<>();
        rows.forEach(row -> steps.addAll(row.cells.keySet()));
        StringBuilder text = new StringBuilder("| server | protection | mode | family | ")
                .append(String.join(" | ", steps))
                .append(" |\n")
                .append("|---".repeat(4 + steps.size()))
                .append("|\n");
        for (Row row : rows) {
            text.append(row.head);
            steps.forEach(step -> text.append(" | ").append(row.cells.getOrDefault(step, "not tried")));
            text.append(" |\n");
        }
        long failed = rows.stream().filter(row -> row.failed).count();
        long milliseconds = rows.stream().mapToLong(row -> row.milliseconds).sum();
        text.append("\nTimes in ms. ")
                .append(rows.size())
                .append(" combinations, ")
                .append(failed)
                .append(" failed, ")
                .append(milliseconds / 1000)
                .append(" s\n");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(text);
    }

    /** One server in one combination of protection, mode and address family. */
    static final class Row {

        private final String head;
        private final Map<String, String> cells = new LinkedHashMap<>();
        private String remark = "";
        private long milliseconds;
        private boolean failed;

        private Row(String head) {
            this.head = head;
        }

        /** Does one step and notes how long it took, or that it failed. */
        void step(String name, Runnable action) {
            long begin = System.nanoTime();
            boolean done = false;
            remark = "";
            try {
                action.run();
                done = true;
            } finally {
                long took = (System.nanoTime() - begin) / 1_000_000;
                milliseconds += took;
                failed |= !done;
                cells.put(name, done ? took + remark : "**failed** after " + took);
            }
        }

        /** Adds something worth knowing to the step under way. */
        void remark(String text) {
            remark = " (" + text + ")";
        }
    }
}
