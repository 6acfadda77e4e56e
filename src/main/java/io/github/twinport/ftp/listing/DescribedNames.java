// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.EntryName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What {@code /bin/dls} prints: names, sizes in one column, and often a date and a description,
 * {@code README              763  Feb  3 18:21  Information about this server},
 * {@code pub/                  =  Public area}, {@code morgan               14  -> ../real/morgan}. A long name stands in a
 * line of its own. Any text may look so; only a whole listing whose sizes all end at one column, with folders that have
 * a sign in place of a size, is taken for one.
 */
final class DescribedNames {

    private final UnixDate date;
    private final Line line = new Line();

    DescribedNames(ServerTime serverTime) {
        this.date = new UnixDate(serverTime);
    }

    /** Hands out the entries of such a listing; false, and nothing handed out, if it is none. */
    boolean read(List<String> lines, Consumer<Entry> entries) {
        List<Entry> found = new ArrayList<>();
        String longName = "";
        int column = column(lines);
        if (column < 0) {
            return false;
        }
        for (String text : lines) {
            if (hasSize(text, column)) {
                if (longName.isEmpty() == text.startsWith(" ") || !add(longName, text, column, found)) {
                    return false;
                }
                longName = "";
            } else if (longName.isEmpty() && !text.contains(" ")) {
                longName = text;
            } else {
                return false;
            }
        }
        found.forEach(entries);
        return longName.isEmpty();
    }

    /** Where the sizes end, as the first folder shows, or {@link Digits#NONE}. */
    private int column(List<String> lines) {
        for (String text : lines) {
            line.set(text);
            if (line.has(1) && line.last(0) == '/' && (line.is(1, "-") || line.is(1, "="))) {
                return line.end(1);
            }
        }
        return Digits.NONE;
    }

    private static boolean hasSize(String text, int column) {
        boolean ends = text.length() == column || (text.length() > column && text.charAt(column) == ' ');
        char last = ends ? text.charAt(column - 1) : ' ';
        int begin = sizeBegin(text, column);
        return (Digits.isDigit(last) || "-=".indexOf(last) >= 0) && begin >= 1 && text.charAt(begin - 1) == ' ';
    }

    private static int sizeBegin(String text, int column) {
        int begin = Math.min(column, text.length()) - 1;
        while (begin > 0 && Digits.isDigit(text.charAt(begin)) && Digits.isDigit(text.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private boolean add(String longName, String text, int column, List<Entry> found) {
        int size = sizeBegin(text, column);
        String name = text.substring(0, size).stripTrailing() + longName;
        boolean folder = name.endsWith("/");
        String plain = folder ? name.substring(0, name.length() - 1) : name;
        if (plain.equals(".") || plain.equals("..")) {
            return true;
        }
        if (!EntryName.isPlain(plain)) {
            return false;
        }
        String rest = text.substring(column).strip();
        line.set(rest);
        boolean dated = date.read(line, 0);
        String description = dated
                ? rest.substring(Math.min(rest.length(), date.nameBegin(line))).strip()
                : rest;
        boolean link = description.startsWith("-> ");
        EntryKind kind = folder ? EntryKind.FOLDER : link ? EntryKind.LINK : EntryKind.FILE;
        found.add(new Entry(
                plain,
                kind,
                folder ? Entry.UNKNOWN_SIZE : Digits.of(text, size, column),
                dated ? date.timestamp() : null,
                "",
                "",
                "",
                link ? description.substring(3) : null));
        return true;
    }
}
