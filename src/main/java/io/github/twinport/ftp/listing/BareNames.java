// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.EntryName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

    private final ListedFolder folder;
    private final DescribedNames described;
    private List<String> held = new ArrayList<>();

    BareNames(ListedFolder folder, ListingClock clock) {
        this.folder = folder;
        this.described = new DescribedNames(new ServerTime(clock));
    }

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

    /** No dialect was found: what was held are names, with or without a description. */
    void accept(Consumer<Entry> entries, Unparsed unparsed) {
        if (!described.read(held, entries)) {
            names(entries, unparsed);
        }
        held = new ArrayList<>();
    }

    private void names(Consumer<Entry> entries, Unparsed unparsed) {
        boolean namesAreHere = held.stream().anyMatch(line -> line.indexOf(' ') < 0 && name(line) != null);
        for (String line : held) {
            if (line.equals(".") || line.equals("..") || line.equals("./") || line.equals("../")) {
                continue;
            }
            String name = namesAreHere ? name(line) : null;
            if (name == null) {
                unparsed.add(line);
            } else {
                entries.accept(Entry.named(name, line.endsWith("/") ? EntryKind.FOLDER : EntryKind.LINK));
            }
        }
    }

    /** The name that the line is, without the slash behind a folder's, or null. */
    private @Nullable String name(String line) {
        String text = line.length() > 1 && line.endsWith("/") ? line.substring(0, line.length() - 1) : line;
        if (text.isEmpty()
                || text.charAt(0) == ' '
                || text.contains(": ")
                || text.chars().anyMatch(c -> c < ' ')) {
            return null;
        }
        return EntryName.isPlain(text) ? text : folder.nameOf(text, false);
    }
}
