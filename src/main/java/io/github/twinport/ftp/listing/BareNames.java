// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.EntryName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The lines of a listing in which no dialect was found yet. If none is found to the end, they are the names that a
 * server without a listing format prints.
 *
 * <p>A line with blanks may as well be a sentence ({@code ls: x: No such file or directory}). It counts as a name only
 * beside names without blanks, and never with a colon before a blank.
 */
final class BareNames {

    /** From here on the listing is taken for one of names, so that memory stays bounded. */
    static final int ENOUGH = 10_000;

    private List<String> held = new ArrayList<>();

    /** Keeps a line; true when enough are kept to decide. */
    boolean hold(String line) {
        held.add(line);
        return held.size() >= ENOUGH;
    }

    /** A dialect was found: what was held was never a name. */
    void reject(Unparsed unparsed) {
        held.forEach(unparsed::add);
        held = new ArrayList<>();
    }

    /** No dialect was found: what was held are names. */
    void accept(Consumer<Entry> entries, Unparsed unparsed) {
        boolean namesAreHere = held.stream().anyMatch(line -> line.indexOf(' ') < 0 && isName(line));
        for (String line : held) {
            if (line.equals(".") || line.equals("..")) {
                continue;
            }
            if (namesAreHere && isName(line)) {
                entries.accept(Entry.named(line, EntryKind.LINK));
            } else {
                unparsed.add(line);
            }
        }
        held = new ArrayList<>();
    }

    private static boolean isName(String line) {
        return EntryName.isPlain(line)
                && line.charAt(0) != ' '
                && !line.contains(": ")
                && line.chars().noneMatch(c -> c < ' ');
    }
}
