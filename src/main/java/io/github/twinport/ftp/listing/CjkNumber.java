// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/**
 * Numbers with a sign for year, month or day behind them, as Chinese, Japanese and Korean systems print dates
 * ({@code 6月}, {@code 3日}, {@code 2003年}, {@code 11월}). Which sign it is does not matter and often cannot be known:
 * in a listing whose charset is not the session's, it arrives as bytes that could not be decoded.
 */
final class CjkNumber {

    private static final int LONGEST_SIGN = 4;

    private CjkNumber() {}

    /** The number, at most four digits, or {@link Digits#NONE}. */
    static int of(Line line, int word) {
        String text = line.text();
        int begin = line.begin(word);
        int end = line.end(word);
        int sign = begin;
        while (sign < end && Digits.isDigit(text.charAt(sign))) {
            sign++;
        }
        if (sign == begin || sign - begin > 4 || sign == end || end - sign > LONGEST_SIGN) {
            return Digits.NONE;
        }
        for (int i = sign; i < end; i++) {
            if (text.charAt(i) < 0x80) {
                return Digits.NONE;
            }
        }
        return Digits.small(text, begin, sign);
    }
}
