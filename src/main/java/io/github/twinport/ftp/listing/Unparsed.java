// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import java.util.ArrayList;
import java.util.List;

/** The lines of a listing that no dialect understands: the first ones kept, the longest ones cut, all counted. */
final class Unparsed {

    private static final int KEPT_LINES = 1_000;
    private static final int KEPT_CHARACTERS = 4_096;

    private final List<String> lines = new ArrayList<>();
    private long count;

    void add(String line) {
        count++;
        if (lines.size() < KEPT_LINES) {
            lines.add(line.length() > KEPT_CHARACTERS ? line.substring(0, KEPT_CHARACTERS) : line);
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    long count() {
        return count;
    }
}
