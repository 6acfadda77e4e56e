// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** The lines above and below a listing of VMS: the folder ({@code DISK:[DIR]}) and {@code Total of 11 Files …}. */
final class VmsHeading {

    private VmsHeading() {}

    static boolean is(Line line) {
        if (line.isIgnoringCase(0, "Directory")) {
            return line.has(1) && !line.has(2) && isFolder(line, 1);
        }
        if (line.isIgnoringCase(0, "Total") || (line.isIgnoringCase(0, "Grand") && line.has(1))) {
            return line.text().regionMatches(true, line.begin(0), "Grand total of ", 0, 15) || isTotal(line);
        }
        return !line.has(1) && isFolder(line, 0);
    }

    /** The first half of a folder that is too long for one line: {@code DISK$VOLUME:}. */
    static boolean isDevice(Line line) {
        return !line.has(1) && line.last(0) == ':' && line.length(0) > 1;
    }

    private static boolean isFolder(Line line, int word) {
        int bracket = line.text().indexOf(":[", line.begin(word));
        return bracket > line.begin(word) && line.last(word) == ']';
    }

    /** {@code Total of 11 Files, …}, {@code Total 14 files} or {@code Total of 710 blocks in 12 files.} */
    private static boolean isTotal(Line line) {
        if (!line.has(2)) {
            return false;
        }
        int number = line.isIgnoringCase(1, "of") ? 2 : 1;
        return line.has(number + 1)
                && line.number(number) >= 0
                && (line.text().regionMatches(true, line.begin(number + 1), "file", 0, 4)
                        || line.text().regionMatches(true, line.begin(number + 1), "block", 0, 5));
    }
}
