// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.EntryName;

/** Puts what servers and libraries say into sentences of ours. */
final class ForeignWords {

    private ForeignWords() {}

    /** Words that cannot act on the screen, without their last stop: the sentence around them has its own. */
    static String inSentence(String words) {
        String stripped = words.strip();
        boolean stop = stripped.endsWith(".") && !stripped.endsWith("..");
        return EntryName.escaped(stop ? stripped.substring(0, stripped.length() - 1) : stripped);
    }
}
