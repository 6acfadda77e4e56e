// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/**
 * One line and its words, found only as far as somebody asks for them. Used again for every line of a listing. Words are
 * parted by blanks and tabs; only the first {@value #MAX_WORDS} are found, which is more than any dialect has columns.
 */
final class Line {

    static final int MAX_WORDS = 64;

    private final int[] begins = new int[MAX_WORDS];
    private final int[] ends = new int[MAX_WORDS];
    private String text = "";
    private int found;
    private int scanned;

    void set(String line) {
        text = line;
        found = 0;
        scanned = 0;
    }

    String text() {
        return text;
    }

    /** Whether there is a word with this index, counted from 0. */
    boolean has(int index) {
        while (found <= index) {
            if (!scan()) {
                return false;
            }
        }
        return true;
    }

    /** Where an existing word begins in the text. */
    int begin(int index) {
        return begins[index];
    }

    /** Where an existing word ends in the text, exclusive. */
    int end(int index) {
        return ends[index];
    }

    int length(int index) {
        return ends[index] - begins[index];
    }

    char first(int index) {
        return text.charAt(begins[index]);
    }

    char last(int index) {
        return text.charAt(ends[index] - 1);
    }

    String word(int index) {
        return text.substring(begins[index], ends[index]);
    }

    boolean is(int index, String word) {
        return length(index) == word.length() && text.startsWith(word, begins[index]);
    }

    boolean isIgnoringCase(int index, String word) {
        return length(index) == word.length() && text.regionMatches(true, begins[index], word, 0, word.length());
    }

    /** The number that an existing word is, or {@link Digits#NONE}. */
    long number(int index) {
        return Digits.of(text, begins[index], ends[index]);
    }

    /** Everything from the beginning of an existing word to the end of the line. */
    String from(int index) {
        return text.substring(begins[index]);
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private boolean scan() {
        if (found == MAX_WORDS) {
            return false;
        }
        int length = text.length();
        int i = scanned;
        while (i < length && isBlank(text.charAt(i))) {
            i++;
        }
        if (i == length) {
            scanned = i;
            return false;
        }
        begins[found] = i;
        while (i < length && !isBlank(text.charAt(i))) {
            i++;
        }
        ends[found] = i;
        found++;
        scanned = i;
        return true;
    }
}
