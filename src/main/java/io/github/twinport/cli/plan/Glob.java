// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * One pattern of a command line. {@code *} stands for any characters of one name, {@code ?} for one of them,
 * {@code [a-z]} and {@code [!a-z]} for one of a set, {@code **} for any folders; a backslash takes the next character as
 * it is. A pattern without a slash is meant for names at any depth, one with a slash for paths from the folder that is
 * transferred; a slash at the end means folders only. Names come from servers, so all ways to read a pattern are followed
 * at once, in a time that grows with the length of the path only. Immutable; any thread.
 */
public final class Glob {

    /**
     * One place of the pattern.
     *
     * @param here the characters that lead to the next place
     * @param stay the characters after which it is still at this place
     * @param skip how many places may be skipped without any character: 0, 1 or 2
     */
    private record Place(IntPredicate here, IntPredicate stay, int skip) {
        static final IntPredicate NONE = c -> false;
        static final IntPredicate ANY = c -> true;
        static final IntPredicate NO_SLASH = c -> c != '/';

        static Place one(IntPredicate here) {
            return new Place(here, NONE, 0);
        }
    }

    private static final Place NAME_PART = new Place(Place.NONE, Place.NO_SLASH, 1);
    private static final Place PATH_PART = new Place(Place.NONE, Place.ANY, 1);

    /** Folders with a slash behind them, or nothing. */
    private static final List<Place> FOLDERS =
            List.of(new Place(Place.NONE, Place.NONE, 2), new Place(c -> c == '/', Place.ANY, 0));

    private final String text;
    private final List<Place> places;
    private final boolean foldersOnly;

    private Glob(String text, List<Place> places, boolean foldersOnly) {
        this.text = text;
        this.places = places;
        this.foldersOnly = foldersOnly;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException when it is empty or a set is not closed
     */
    public static Glob of(String text) {
        boolean foldersOnly = text.endsWith("/");
        String glob = foldersOnly ? text.substring(0, text.length() - 1) : text;
        List<Place> places = new ArrayList<>(glob.indexOf('/') < 0 ? FOLDERS : List.of());
        glob = glob.startsWith("/") ? glob.substring(1) : glob;
        if (glob.isEmpty()) {
            throw new IllegalArgumentException("empty pattern");
        }
        int at = 0;
        while (at < glob.length()) {
            at = read(glob, at, places);
        }
        return new Glob(text, List.copyOf(places), foldersOnly);
    }

    /** The pattern as it was read. */
    public String text() {
        return text;
    }

    /**
     * Whether a path is meant.
     *
     * @param path the names from the folder that is transferred, with slashes between them
     * @param folder whether it is a folder
     */
    public boolean matches(String path, boolean folder) {
        if (foldersOnly && !folder) {
            return false;
        }
        BitSet reached = new BitSet(places.size() + 1);
        reach(0, reached);
        for (int i = 0; i < path.length() && !reached.isEmpty(); ) {
            int c = path.codePointAt(i);
            i += Character.charCount(c);
            reached = after(reached, c);
        }
        return reached.get(places.size());
    }

    private BitSet after(BitSet reached, int c) {
        BitSet next = new BitSet(places.size() + 1);
        for (int at = reached.nextSetBit(0); at >= 0 && at < places.size(); at = reached.nextSetBit(at + 1)) {
            Place place = places.get(at);
            if (place.stay().test(c)) {
                reach(at, next);
            }
            if (place.here().test(c)) {
                reach(at + 1, next);
            }
        }
        return next;
    }

    private void reach(int start, BitSet reached) {
        for (int at = start; !reached.get(at); at++) {
            reached.set(at);
            int skip = at < places.size() ? places.get(at).skip() : 0;
            if (skip == 0) {
                return;
            }
            if (skip == 2) {
                reach(at + 2, reached);
            }
        }
    }

    /** Reads what stands at one place of the text; the place behind it. */
    private static int read(String glob, int at, List<Place> places) {
        if (glob.startsWith("**/", at)) {
            places.addAll(FOLDERS);
            return at + 3;
        }
        if (glob.startsWith("**", at)) {
            places.add(PATH_PART);
            return at + 2;
        }
        int c = glob.codePointAt(at);
        int next = at + Character.charCount(c);
        switch (c) {
            case '*' -> places.add(NAME_PART);
            case '?' -> places.add(Place.one(Place.NO_SLASH));
            case '[' -> {
                return readSet(glob, next, places);
            }
            case '\\' -> {
                int taken = next < glob.length() ? glob.codePointAt(next) : c;
                places.add(Place.one(found -> found == taken));
                return next < glob.length() ? next + Character.charCount(taken) : next;
            }
            default -> places.add(Place.one(found -> found == c));
        }
        return next;
    }

    private static int readSet(String glob, int start, List<Place> places) {
        boolean not = glob.startsWith("!", start) || glob.startsWith("^", start);
        int first = not ? start + 1 : start;
        // A bracket that comes first is one of the set.
        int end = glob.indexOf(']', first + 1);
        if (end < 0) {
            throw new IllegalArgumentException("[ without ]");
        }
        String members = glob.substring(first, end).replaceAll("([\\[\\]\\\\^&])", "\\\\$1");
        Pattern set = Pattern.compile((not ? "[^/" : "[") + members + "]");
        places.add(Place.one(c -> set.matcher(Character.toString(c)).matches()));
        return end + 1;
    }
}
