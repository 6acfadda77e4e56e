// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** Decimal numbers inside a text, read without exceptions and without copies. */
final class Digits {

    /** Stands for "no such number". */
    static final int NONE = -1;

    private Digits() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The number that fills the region from begin to end, or {@link #NONE} if it is empty, no number, or 2^63 and more. */
    static long of(String text, int begin, int end) {
        if (begin >= end) {
            return NONE;
        }
        long value = 0;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (!isDigit(c) || value > Long.MAX_VALUE / 10) {
                return NONE;
            }
            value = value * 10 + (c - '0');
            if (value < 0) {
                return NONE;
            }
        }
        return value;
    }

    /** As {@link #of}, for regions of at most nine digits; {@link #NONE} for longer ones. */
    static int small(String text, int begin, int end) {
        return end - begin > 9 ? NONE : (int) of(text, begin, end);
    }
}
