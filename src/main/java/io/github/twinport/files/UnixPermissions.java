// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

/** Permissions as the nine letters that listings show and as the number behind them. */
public final class UnixPermissions {

    /** Nothing is known about them. */
    public static final int UNKNOWN = -1;

    private static final String LETTERS = "rwxrwxrwx";
    private static final int ALL = 0777;

    private UnixPermissions() {}

    /**
     * Who may read, write and execute, as in 0755; {@link #UNKNOWN} where the text is no such permissions, and where it
     * allows everyone everything, which servers without permissions show of every file. Never more than nine bits.
     */
    public static int of(String shown) {
        if (shown.length() != LETTERS.length()) {
            return UNKNOWN;
        }
        int mode = 0;
        for (int i = 0; i < LETTERS.length(); i++) {
            char c = shown.charAt(i);
            boolean executes = i % 3 == 2 && (c == 's' || c == 't');
            boolean special = i % 3 == 2 && (c == 'S' || c == 'T' || c == 'l' || c == 'L');
            if (c != LETTERS.charAt(i) && c != '-' && !executes && !special) {
                return UNKNOWN;
            }
            mode = mode << 1 | (c == LETTERS.charAt(i) || executes ? 1 : 0);
        }
        return mode == ALL ? UNKNOWN : mode;
    }
}
