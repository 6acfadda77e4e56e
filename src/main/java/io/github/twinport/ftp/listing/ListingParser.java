// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import io.github.twinport.files.PathSyntax;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one listing line by line, as it arrives, and hands out its entries.
 *
 * <p>No line is lost in silence: one that is not understood, or whose name is a path, is kept in {@link #unparsed()}.
 * Only headers, totals and the folders {@code .} and {@code ..} are skipped. Lines are texts in the session's charset;
 * bytes that could not be decoded stand in them as lone surrogates U+DC80 to U+DCFF and come through in names unharmed.
 *
 * <p>For one listing and one thread at a time. No method throws, whatever the lines hold.
 */
public final class ListingParser {

    private final Line line = new Line();
    private final Draft draft = new Draft();
    private final Unparsed unparsed = new Unparsed();
    private final Dialect[] dialects;
    private final PathSyntax syntax;
    private @Nullable BareNames bareNames;
    private int latest;
    private boolean guessing;
    private @Nullable String firstHalf;

    /**
     * A parser for one listing of a server with slashes in its paths.
     *
     * @param format the command that the listing answers
     * @param clock what its times are measured against
     */
    public ListingParser(ListingFormat format, ListingClock clock) {
        this(format, clock, PathSyntax.SLASH);
    }

    /**
     * A parser for one listing.
     *
     * @param format the command that the listing answers
     * @param clock what its times are measured against
     * @param syntax tells names from paths
     */
    public ListingParser(ListingFormat format, ListingClock clock, PathSyntax syntax) {
        this.syntax = syntax;
        this.dialects = Dialects.of(format, clock);
        this.bareNames = format == ListingFormat.LIST ? new BareNames() : null;
    }

    /**
     * Reads a line.
     *
     * @param text the line without its end
     * @param entries takes the entries that the line completes
     */
    public void line(String text, Consumer<Entry> entries) {
        String half = firstHalf;
        if (half != null) {
            firstHalf = null;
            if (match(half + " " + text) == Match.ENTRY) {
                emit(half + " " + text, entries);
                return;
            }
            misunderstood(half, entries);
        }
        switch (match(text)) {
            case ENTRY -> emit(text, entries);
            case NO_ENTRY -> {}
            case FIRST_HALF -> firstHalf = text;
            case FOREIGN -> {
                if (!text.isEmpty()) {
                    misunderstood(text, entries);
                }
            }
        }
    }

    /**
     * Ends the listing.
     *
     * @param entries takes the entries that were held back until now
     */
    public void finish(Consumer<Entry> entries) {
        String half = firstHalf;
        if (half != null) {
            firstHalf = null;
            misunderstood(half, entries);
        }
        if (bareNames != null) {
            bareNames.accept(entries, unparsed);
        }
    }

    /** The first thousand lines that were not understood, as they came, each cut after 4,096 characters. */
    public List<String> unparsed() {
        return unparsed.lines();
    }

    /** How many lines were not understood. */
    public long unparsedCount() {
        return unparsed.count();
    }

    /** Why the entries may not be all that the lines meant; complete when the listing has ended. */
    public Set<Gap> gaps() {
        Set<Gap> gaps = EnumSet.noneOf(Gap.class);
        if (unparsed.count() > 0) {
            gaps.add(Gap.UNREAD_LINES);
        }
        if (guessing) {
            gaps.add(Gap.GUESSED_LINES);
        }
        return gaps;
    }

    /** Asks the dialect that found the latest entry, then the others in their order. */
    private Match match(String text) {
        line.set(text);
        draft.clear();
        Match match = dialects[latest].read(line, draft);
        for (int i = 0; match == Match.FOREIGN && i < dialects.length; i++) {
            if (i != latest) {
                draft.clear();
                match = dialects[i].read(line, draft);
                if (match == Match.ENTRY) {
                    latest = i;
                }
            }
        }
        return match;
    }

    private void emit(String text, Consumer<Entry> entries) {
        if (bareNames != null) {
            bareNames.reject(unparsed);
            bareNames = null;
        }
        String name = draft.name;
        if (syntax.isEntry(name)) {
            guessing |= draft.guessed;
            entries.accept(draft.entry());
        } else if (!name.equals(".") && !name.equals("..")) {
            unparsed.add(text);
        }
    }

    private void misunderstood(String text, Consumer<Entry> entries) {
        if (bareNames == null) {
            unparsed.add(text);
        } else if (bareNames.hold(text)) {
            bareNames.accept(entries, unparsed);
        }
    }
}
