// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/**
 * The first columns of Unix-like lines where they are not as {@link PermissionColumn} wants them: kinds in capitals or
 * unknown, permissions of 5 to 15 signs, with dots, {@code A} or blanks inside, or in brackets as NetWare has them.
 */
final class LoosePermissions {

    private static final String SIGNS = "rwxsStTlLdRWXA-.+@*";
    private static final int FEWEST = 6;
    private static final int MOST = 16;
    private static final int LONGEST_BRACKET = 16;
    private static final int BITS = 9;

    private int next;
    private int begin;
    private int end;
    private boolean kindIsKnown;
    private EntryKind kind = EntryKind.FILE;

    /** The first word behind the permissions. */
    int next() {
        return next;
    }

    EntryKind kind() {
        return kind;
    }

    /** Whether the letter of the kind is one that is in use. */
    boolean kindIsKnown() {
        return kindIsKnown;
    }

    /** Whether there is more than dashes, which may be anything. */
    boolean isSure(Line line, int word) {
        for (int i = line.begin(word) + 1; i < line.end(next - 1); i++) {
            if ("rwx[".indexOf(line.text().charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The permissions if they can be told, else the empty text. */
    String permissions(Line line, SharedWords words) {
        return words.of(line.text(), begin, end);
    }

    /** Whether permissions stand at the word. */
    boolean read(Line line, int word) {
        begin = line.begin(word);
        end = begin;
        return readKind(line.first(word))
                && (readBrackets(line, word) || readSigns(line, word) || readSignsWithBlanks(line, word));
    }

    private boolean readKind(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && c != '-' && c != '?') {
            return false;
        }
        char lower = letter ? (char) (c | 0x20) : c;
        kindIsKnown = "-dlbcpsfme".indexOf(lower) >= 0;
        kind = kindIsKnown ? PermissionColumn.kind(lower) : EntryKind.LINK;
        return true;
    }

    /** {@code d[RWCEMFA]}, {@code d [RWCEMFA]}; the bracket may hold blanks. */
    private boolean readBrackets(Line line, int word) {
        String text = line.text();
        boolean glued = line.length(word) > 1;
        int open = glued ? line.begin(word) + 1 : line.has(word + 1) ? line.begin(word + 1) : text.length();
        if (open >= text.length() || text.charAt(open) != '[') {
            return false;
        }
        int close = text.indexOf(']', open);
        if (close < 0 || close - open > LONGEST_BRACKET) {
            return false;
        }
        int last = word;
        while (line.has(last) && line.end(last) <= close) {
            last++;
        }
        if (!line.has(last) || line.end(last) != close + 1) {
            return false;
        }
        begin = open + 1;
        end = close;
        next = last + 1;
        return true;
    }

    private boolean readSigns(Line line, int word) {
        int length = line.length(word);
        int signs = signsEnd(line, word);
        int rest = line.end(word) - signs;
        boolean links = rest > 0 && Digits.of(line.text(), signs, line.end(word)) >= 0;
        if (length - rest < FEWEST || length - rest > MOST || (rest > 0 && !links)) {
            return false;
        }
        next = word + 1;
        if (signs - line.begin(word) == BITS + 1 && PermissionColumn.isNine(line.text(), line.begin(word) + 1)) {
            begin = line.begin(word) + 1;
            end = signs;
        }
        return true;
    }

    /** {@code d rwxr-xr-x}, {@code drwx r-x r-x}, {@code - rw- r-- r--}. */
    private boolean readSignsWithBlanks(Line line, int word) {
        int signs = 0;
        int i = word;
        while (signs < BITS + 1 && line.has(i) && signsEnd(line, i) == line.end(i)) {
            signs += line.length(i);
            i++;
        }
        next = i;
        return signs == BITS + 1 && i - word > 1;
    }

    /** Where the signs of permissions end that the word begins with; its first character is not looked at. */
    private static int signsEnd(Line line, int word) {
        int i = line.begin(word) + 1;
        while (i < line.end(word) && SIGNS.indexOf(line.text().charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
