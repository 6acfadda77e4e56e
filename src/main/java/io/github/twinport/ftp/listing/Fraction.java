// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** The fraction of a second that follows a dot or comma. */
final class Fraction {

    private static final int DIGITS_OF_NANOS = 9;

    private Fraction() {}

    /**
     * The nanoseconds in a region that begins with its dot, or {@link Digits#NONE}. Digits finer than nanoseconds are
     * dropped.
     */
    static int nanos(String text, int dot, int end) {
        if (dot + 1 >= end || (text.charAt(dot) != '.' && text.charAt(dot) != ',')) {
            return Digits.NONE;
        }
        int nanos = 0;
        int digits = 0;
        for (int i = dot + 1; i < end; i++) {
            char c = text.charAt(i);
            if (!Digits.isDigit(c)) {
                return Digits.NONE;
            }
            if (digits < DIGITS_OF_NANOS) {
                nanos = nanos * 10 + (c - '0');
                digits++;
            }
        }
        for (; digits < DIGITS_OF_NANOS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }
}
