// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryDetails;
import io.github.twinport.files.EntryKind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the facts of an MLSD line into a draft. Facts that it does not know are kept as they are. */
final class FactReader {

    /** The perm fact has ten letters at most, and servers use few of their combinations. */
    private static final int MOST_PERMS = 256;

    private static final String LINK_WITH_TARGET = "OS.unix=slink:";

    private final SharedWords words;
    private final UnixModes modes = new UnixModes();
    private final Map<String, EntryDetails> permDetails = new HashMap<>();
    private String mode = "";
    private String perm = "";
    private boolean unknownFact;
    private boolean folderItself;

    FactReader(SharedWords words) {
        this.words = words;
    }

    /** Whether the facts were those of the listed folder or the one above. */
    boolean isFolderItself() {
        return folderItself;
    }

    /** Reads the facts that end, semicolon included, at the index; false if they are not well formed. */
    boolean read(String text, int end, Draft draft) {
        begin();
        int begin = 0;
        while (begin < end) {
            int semicolon = text.indexOf(';', begin);
            int equals = text.indexOf('=', begin);
            if (semicolon < 0 || semicolon >= end || equals < 0 || equals > semicolon || equals == begin) {
                return false;
            }
            fact(text, begin, equals, semicolon, draft);
            begin = semicolon + 1;
        }
        finish(text, end, draft);
        return true;
    }

    /** Reads the facts that end at the index, with or without a semicolon, and leaves out what is not well formed. */
    void readWellFormed(String text, int end, Draft draft) {
        begin();
        int begin = 0;
        while (begin < end) {
            int semicolon = text.indexOf(';', begin);
            int factEnd = semicolon < 0 || semicolon > end ? end : semicolon;
            int equals = text.indexOf('=', begin, factEnd);
            if (equals > begin) {
                fact(text, begin, equals, factEnd, draft);
            }
            begin = factEnd + 1;
        }
        finish(text, end, draft);
    }

    private void begin() {
        folderItself = false;
        mode = "";
        perm = "";
        unknownFact = false;
    }

    private void finish(String text, int end, Draft draft) {
        draft.permissions = mode.isEmpty() ? perm : mode;
        draft.details = details(text, end);
    }

    private void fact(String text, int begin, int equals, int end, Draft draft) {
        int value = equals + 1;
        // The length and the first letter tell the known facts apart quickly.
        switch (equals - begin) {
            case 4 -> {
                switch (text.charAt(begin) | 0x20) {
                    case 't' -> {
                        if (is(text, begin, "type")) {
                            type(text, value, end, draft);
                        }
                    }
                    case 's' -> {
                        if (is(text, begin, "size") || is(text, begin, "sizd")) {
                            draft.size = Digits.of(text, value, end);
                        }
                    }
                    default -> {
                        if (is(text, begin, "perm")) {
                            perm = words.of(text, value, end);
                        } else {
                            unknownFact = true;
                        }
                    }
                }
            }
            case 6 -> {
                if (is(text, begin, "modify")) {
                    draft.modified = TimeText.parse(text, value, end);
                } else if (!is(text, begin, "unique")) {
                    unknownFact = true;
                }
            }
            case 8 -> {
                if (draft.owner.isEmpty() && is(text, begin, "unix.uid")) {
                    draft.owner = words.of(text, value, end);
                } else if (draft.group.isEmpty() && is(text, begin, "unix.gid")) {
                    draft.group = words.of(text, value, end);
                } else {
                    unknownUnlessUnix(text, begin);
                }
            }
            case 9 -> {
                if (is(text, begin, "unix.mode")) {
                    mode = modes.of(text, value, end);
                } else {
                    unknownUnlessUnix(text, begin);
                }
            }
            case 10 -> ownerOrGroup(text, begin, value, end, draft);
            case 14 -> {
                if (is(text, begin, "unix.ownername")) {
                    draft.owner = words.of(text, value, end);
                } else if (is(text, begin, "unix.groupname")) {
                    draft.group = words.of(text, value, end);
                } else {
                    unknownUnlessUnix(text, begin);
                }
            }
            default -> unknownFact = true;
        }
    }

    /**
     * What has no place of its own. What is the same in many lines is one object: the perm fact beside a mode. The unique
     * fact is different in every line and of no use, so it alone is nothing to keep.
     */
    private EntryDetails details(String text, int end) {
        if (unknownFact) {
            return new EntryDetails(Entry.UNKNOWN_SIZE, text.substring(0, end));
        }
        if (mode.isEmpty() || perm.isEmpty()) {
            return EntryDetails.NONE;
        }
        EntryDetails known = permDetails.get(perm);
        if (known == null) {
            known = new EntryDetails(Entry.UNKNOWN_SIZE, "perm=" + perm + ";");
            if (permDetails.size() < MOST_PERMS) {
                permDetails.put(perm, known);
            }
        }
        return known;
    }

    private void ownerOrGroup(String text, int begin, int value, int end, Draft draft) {
        if (draft.owner.isEmpty() && is(text, begin, "unix.owner")) {
            draft.owner = words.of(text, value, end);
        } else if (draft.group.isEmpty() && is(text, begin, "unix.group")) {
            draft.group = words.of(text, value, end);
        } else {
            unknownUnlessUnix(text, begin);
        }
    }

    /** A number beside a name of the same owner or group tells nothing more. */
    private void unknownUnlessUnix(String text, int begin) {
        unknownFact |= !is(text, begin, "unix.");
    }

    private void type(String text, int begin, int end, Draft draft) {
        int length = end - begin;
        if (length == 4 && is(text, begin, "file")) {
            draft.kind = EntryKind.FILE;
        } else if (length == 3 && is(text, begin, "dir")) {
            draft.kind = EntryKind.FOLDER;
        } else if (length == 4 && (is(text, begin, "cdir") || is(text, begin, "pdir"))) {
            folderItself = true;
            draft.kind = EntryKind.FOLDER;
        } else if (length >= 13 && is(text, begin, "OS.unix=slink")) {
            draft.kind = EntryKind.LINK;
            draft.linkTarget = linkTarget(text, begin, end);
        } else if (length == 15 && is(text, begin, "OS.unix=symlink")) {
            draft.kind = EntryKind.LINK;
        } else if (length > 0) {
            draft.kind = EntryKind.OTHER;
        }
    }

    private static @Nullable String linkTarget(String text, int begin, int end) {
        int target = begin + LINK_WITH_TARGET.length();
        return target < end ? text.substring(target, end) : null;
    }

    private static boolean is(String text, int begin, String word) {
        return text.regionMatches(true, begin, word, 0, word.length());
    }
}
