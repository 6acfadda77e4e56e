// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** The two numbers that stand for a device where files have a size: {@code 0, 27} or {@code 109,767}. */
final class DeviceNumbers {

    private DeviceNumbers() {}

    /** Whether the word holds both numbers. */
    static boolean isPair(Line line, int word) {
        int comma = line.text().indexOf(',', line.begin(word));
        return comma > 0
                && comma < line.end(word)
                && Digits.of(line.text(), line.begin(word), comma) >= 0
                && Digits.of(line.text(), comma + 1, line.end(word)) >= 0;
    }

    /** Whether the word is the first of the two numbers. */
    static boolean isMajor(Line line, int word) {
        return line.last(word) == ',' && Digits.of(line.text(), line.begin(word), line.end(word) - 1) >= 0;
    }
}
