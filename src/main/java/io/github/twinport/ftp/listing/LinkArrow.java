// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** The arrow between the name of a symbolic link and its target. */
final class LinkArrow {

    private static final String ARROW = " -> ";

    private LinkArrow() {}

    /**
     * Parts name and target in the draft of a link. Both may hold an arrow themselves; then the size decides, which for
     * a link is the length of its target in bytes, and if it does not help, the first arrow.
     */
    static void part(Draft draft) {
        String text = draft.name;
        int arrow = text.indexOf(ARROW, 1);
        if (arrow < 0) {
            return;
        }
        int next = arrow;
        while (next >= 0 && bytes(text, next + ARROW.length()) != draft.size) {
            next = text.indexOf(ARROW, next + 1);
        }
        int chosen = next < 0 ? arrow : next;
        draft.name = text.substring(0, chosen);
        draft.linkTarget = text.substring(chosen + ARROW.length());
    }

    /** The length of the text from the index on, as UTF-8; a byte that could not be decoded counts as one. */
    private static int bytes(String text, int begin) {
        int bytes = 0;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80
                    || (Character.isLowSurrogate(c)
                            && (i == begin || !Character.isHighSurrogate(text.charAt(i - 1))))) {
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else {
                bytes += Character.isSurrogate(c) ? 2 : 3;
            }
        }
        return bytes;
    }
}
