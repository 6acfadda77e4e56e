// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.EntryKind;

/** The first column of Unix-like lines: what the entry is and who may do what, {@code drwxr-x---}. */
final class PermissionColumn {

    private static final String KINDS = "-dlbcpsSfme";
    private static final int BITS = 9;

    private PermissionColumn() {}

    /**
     * The index behind the permissions of the word, or {@link Digits#NONE} if it holds none. What may follow inside the
     * word is a sign for further rules ({@code + . @}) and a number of links that found no blank before it.
     */
    static int end(Line line, int word) {
        String text = line.text();
        int begin = line.begin(word);
        int wordEnd = line.end(word);
        int bits = begin + 1;
        int end = bits + BITS;
        if (KINDS.indexOf(text.charAt(begin)) < 0) {
            return Digits.NONE;
        }
        if (end > wordEnd) {
            // Some servers leave the kind out.
            return wordEnd - begin == BITS && text.startsWith("---------", begin) ? wordEnd : Digits.NONE;
        }
        if (!isNine(text, bits)) {
            return Digits.NONE;
        }
        int rest = end;
        if (rest < wordEnd && "+.@*".indexOf(text.charAt(rest)) >= 0) {
            rest++;
        }
        return rest == wordEnd || Digits.of(text, rest, wordEnd) >= 0 ? end : Digits.NONE;
    }

    static EntryKind kind(char c) {
        return switch (c) {
            case '-', 'f', 'm', 'e' -> EntryKind.FILE;
            case 'd' -> EntryKind.FOLDER;
            case 'l' -> EntryKind.LINK;
            default -> EntryKind.OTHER;
        };
    }

    /** Whether the permissions of owner, group and others stand at the index, which nine characters follow. */
    static boolean isNine(String text, int begin) {
        return isTriple(text, begin) && isTriple(text, begin + 3) && isTriple(text, begin + 6);
    }

    private static boolean isTriple(String text, int begin) {
        char read = text.charAt(begin);
        char write = text.charAt(begin + 1);
        char execute = text.charAt(begin + 2);
        return (read == 'r' || read == '-')
                && (write == 'w' || write == '-')
                && (execute == '-' || execute == 'x' || "sStTlL".indexOf(execute) >= 0);
    }
}
