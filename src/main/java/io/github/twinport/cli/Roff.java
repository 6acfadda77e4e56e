// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.util.Locale;

/** Writes a page in the macros of {@code man(7)}. Not for several threads. */
final class Roff {

    private final StringBuilder page = new StringBuilder();

    Roff() {}

    void title(String name, String version) {
        page.append(".TH ")
                .append(name)
                .append(" 1 \"\" \"Twinport ")
                .append(plain(version))
                .append("\"\n");
        // Left-aligned and without hyphenation, so that options and paths can be copied.
        page.append(".ad l\n.nh\n");
    }

    void section(String heading) {
        page.append(".SH \"").append(plain(heading.toUpperCase(Locale.ROOT))).append("\"\n");
    }

    void subsection(String heading) {
        page.append(".SS \"").append(plain(heading)).append("\"\n");
    }

    void paragraph(String text) {
        page.append(".PP\n").append(line(text)).append('\n');
    }

    /** What something is called, and what it means. */
    void entry(String term, String text) {
        page.append(".TP\n\\fB")
                .append(plain(term))
                .append("\\fR\n")
                .append(line(text))
                .append('\n');
    }

    /** Lines that are shown as they are, without the blanks in front. */
    void literal(String text) {
        page.append(".nf\n");
        text.lines().forEach(found -> page.append(line(found.strip())).append('\n'));
        page.append(".fi\n");
    }

    /** Each line a paragraph; those that begin with blanks are kept together and shown as they are. */
    void lines(String text) {
        boolean literal = false;
        for (String found : text.split("\n", -1)) {
            boolean indented = found.startsWith(" ");
            if (indented != literal) {
                page.append(indented ? ".PP\n.nf\n" : ".fi\n");
                literal = indented;
            }
            if (indented) {
                page.append(line(found)).append('\n');
            } else {
                paragraph(found);
            }
        }
        if (literal) {
            page.append(".fi\n");
        }
    }

    @Override
    public String toString() {
        return page.toString();
    }

    /** A dot or an apostrophe at the beginning would be a command. */
    private static String line(String text) {
        String plain = plain(text);
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> plain.append("\\e");
                case '-' -> plain.append("\\-");
                case '"' -> plain.append("\\(dq");
                default -> {
                    if (c < 0x80) {
                        plain.append((char) c);
                    } else {
                        // Understood by groff and mandoc in every locale.
                        plain.append(String.format(Locale.ROOT, "\\[u%04X]", c));
                    }
                }
            }
        });
        return plain.toString();
    }
}
