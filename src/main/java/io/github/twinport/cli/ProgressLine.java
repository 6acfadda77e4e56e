// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.QueueSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How far all transfers are, in one line of a terminal. Immutable; any thread. */
final class ProgressLine {

    private static final String SEPARATOR = "  ";
    private static final int FEWEST_COLUMNS_WITH_BAR = 60;
    private static final int SHORTEST_BAR = 8;
    private static final int LONGEST_BAR = 40;

    private final Messages messages;
    private final Formats formats;

    ProgressLine(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /**
     * The line, shorter than a line of the terminal so that its cursor stays there.
     *
     * @param columns how many characters a line of the terminal holds
     */
    String text(QueueSnapshot.Total total, int columns) {
        int files = total.done() + total.waiting() + total.running() + total.failed() + total.asking();
        double share = share(total, files);
        // In the order in which they stand; the number tells which of them a narrow terminal leaves out first.
        List<Part> parts = List.of(
                new Part(0, formats.percent(share)),
                new Part(1, messages.text("cli.progress.files", total.done(), files)),
                new Part(
                        4,
                        messages.text("cli.progress.bytes", formats.size(total.moved()), formats.size(total.size()))),
                new Part(2, formats.rate(total.bytesPerSecond())),
                new Part(3, left(total)));
        if (columns < FEWEST_COLUMNS_WITH_BAR) {
            return fitting(parts, columns - 1);
        }
        int around = 1 + 2 + SEPARATOR.length();
        String text = fitting(parts, columns - around - SHORTEST_BAR);
        return bar(share, Math.min(columns - around - text.length(), LONGEST_BAR)) + SEPARATOR + text;
    }

    private record Part(int rank, String text) {}

    private static double share(QueueSnapshot.Total total, int files) {
        if (total.size() > 0) {
            return Math.clamp((double) total.moved() / total.size(), 0, 1);
        }
        return files == 0 ? 0 : (double) total.done() / files;
    }

    private String left(QueueSnapshot.Total total) {
        return total.remainingMillis() < 0
                ? ""
                : messages.text("cli.progress.left", formats.duration(Duration.ofMillis(total.remainingMillis())));
    }

    private static String fitting(List<Part> parts, int room) {
        List<Part> shown = new ArrayList<>(
                parts.stream().filter(part -> !part.text().isEmpty()).toList());
        while (shown.size() > 1 && text(shown).length() > room) {
            int last = shown.stream().mapToInt(Part::rank).max().orElseThrow();
            shown.removeIf(part -> part.rank() == last);
        }
        return text(shown);
    }

    private static String text(List<Part> parts) {
        return String.join(SEPARATOR, parts.stream().map(Part::text).toList());
    }

    private static String bar(double share, int length) {
        int filled = (int) (share * length);
        return "[" + "#".repeat(filled) + "-".repeat(length - filled) + "]";
    }
}
