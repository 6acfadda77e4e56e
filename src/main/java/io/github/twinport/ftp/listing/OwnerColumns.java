// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** The columns between the permissions and the size of Unix-like lines: links, owner and group, each of which may be missing. */
final class OwnerColumns {

    private OwnerColumns() {}

    /** Reads owner and group from the words from begin to end into the draft. */
    static void read(Line line, int begin, int end, Draft draft, SharedWords words) {
        String text = line.text();
        int owner = begin < end && line.number(begin) >= 0 ? begin + 1 : begin;
        if (owner >= end) {
            return;
        }
        int group = owner + 1;
        if (end - owner > 2) {
            // Names with blanks: the columns are parted by the first gap that is wider than one blank.
            int gap = group;
            while (gap < end && line.begin(gap) - line.end(gap - 1) == 1) {
                gap++;
            }
            group = gap < end ? gap : group;
        }
        draft.owner = words.of(text, line.begin(owner), line.end(group - 1));
        if (group < end) {
            draft.group = words.of(text, line.begin(group), line.end(end - 1));
        }
    }
}
