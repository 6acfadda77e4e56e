// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.RemotePath;
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
    private final Undecided undecided;
    private final Dialect[] dialects;
    private final Dialect[] tolerant;
    private final ListedFolder folder;
    private final ListingFormat format;
    private @Nullable BareNames bareNames;
    private int latest;
    private boolean guessing;
    private @Nullable String firstHalf;
    private @Nullable Entry halfEntry;
    private String latestFolder = "";

    /**
     * A parser for a listing of the root folder of a server with slashes in its paths.
     *
     * @param format the command that the listing answers
     * @param clock what its times are measured against
     */
    public ListingParser(ListingFormat format, ListingClock clock) {
        this(format, clock, RemotePath.ROOT);
    }

    /**
     * A parser for one listing.
     *
     * @param format the command that the listing answers
     * @param clock what its times are measured against
     * @param folder what is listed; tells names from paths, and which paths lie in it
     */
    public ListingParser(ListingFormat format, ListingClock clock, RemotePath folder) {
        this.format = format;
        this.folder = new ListedFolder(folder);
        this.undecided = new Undecided(clock.now());
        this.dialects = Dialects.of(format, clock);
        this.tolerant = Dialects.tolerant(format, clock);
        this.bareNames = format == ListingFormat.LIST ? new BareNames(this.folder, clock) : null;
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
            String whole = format == ListingFormat.MLSD ? FactSplit.unfolded(half, text) : half + " " + text;
            Match match = whole == null ? Match.FOREIGN : match(whole);
            if (whole != null && match == Match.ENTRY) {
                emit(whole, entries);
            }
            if (match == Match.ENTRY || match == Match.NO_ENTRY) {
                return;
            }
            unfinished(half, entries);
        }
        switch (match(text)) {
            case ENTRY -> emit(text, entries);
            case NO_ENTRY -> {}
            case FIRST_HALF -> {
                firstHalf = text;
                halfEntry = folder.isName(draft.name) ? draft.entry() : null;
            }
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
            unfinished(half, entries);
        }
        undecided.finish(entries);
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
        if (guessing || undecided.isGuessed()) {
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
        for (int i = 0; match == Match.FOREIGN && i < tolerant.length; i++) {
            draft.clear();
            match = tolerant[i].read(line, draft);
        }
        if (match == Match.FOREIGN && text.indexOf('\r') >= 0) {
            // Some servers wrap a line with a CR only.
            return match(text.replace('\r', ' '));
        }
        return match;
    }

    private void emit(String text, Consumer<Entry> entries) {
        if (bareNames != null) {
            bareNames.reject(unparsed);
            bareNames = null;
        }
        if (folder.isName(draft.name) || nameIsPathInside()) {
            if (draft.blanks > 0 && isFolderItself(draft.name.substring(draft.blanks))) {
                undecided.noteFolderItself(draft.blanks, entries);
                return;
            }
            guessing |= draft.guessed;
            latestFolder = draft.kind == EntryKind.FOLDER ? draft.name : latestFolder;
            undecided.take(draft, entries);
        } else if (isFolderItself(draft.name)) {
            undecided.noteFolderItself(0, entries);
        } else if (!folder.isPathOfItself(draft.name) && !isInLatestFolder(draft.name)) {
            unparsed.add(text);
        }
    }

    /** What lies in a folder that was listed just before is found when that is listed. */
    private boolean isInLatestFolder(String path) {
        int length = latestFolder.length();
        return length > 0 && path.length() > length && path.charAt(length) == '/' && path.startsWith(latestFolder);
    }

    private static boolean isFolderItself(String name) {
        return name.equals(".") || name.equals("..");
    }

    private boolean nameIsPathInside() {
        String name = folder.nameOf(draft.name, draft.fromParent);
        if (name != null) {
            draft.name = name;
        }
        return name != null;
    }

    /** The second half of a line never came; the first may tell enough by itself, once its dialect was seen. */
    private void unfinished(String half, Consumer<Entry> entries) {
        Entry entry = halfEntry;
        if (entry == null || bareNames != null) {
            misunderstood(half, entries);
            return;
        }
        guessing = true;
        draft.clear();
        draft.name = entry.name();
        draft.kind = entry.kind();
        undecided.take(draft, entries);
    }

    private void misunderstood(String text, Consumer<Entry> entries) {
        if (bareNames == null) {
            unparsed.add(text);
        } else if (bareNames.hold(text)) {
            bareNames.accept(entries, unparsed);
        }
    }
}
