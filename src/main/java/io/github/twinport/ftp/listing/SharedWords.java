// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import org.jspecify.annotations.Nullable;

/**
 * The words that come again in every line of a listing (owners, groups, permissions), kept once each. It holds a fixed
 * number of them: a listing with more different words only shares less.
 */
final class SharedWords {

    private static final int SLOTS = 256;
    private static final int LONGEST = 64;

    private final @Nullable String[] slots = new @Nullable String[SLOTS];

    /** The text of the region, if possible the same object as before. */
    String of(String text, int begin, int end) {
        int length = end - begin;
        if (length <= 0) {
            return "";
        }
        if (length > LONGEST) {
            return text.substring(begin, end);
        }
        int hash = 0;
        for (int i = begin; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int slot = (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (SLOTS - 1);
        String kept = slots[slot];
        if (kept != null && kept.length() == length && text.startsWith(kept, begin)) {
            return kept;
        }
        String word = text.substring(begin, end);
        slots[slot] = word;
        return word;
    }
}
