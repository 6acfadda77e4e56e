// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.rules;

import io.github.twinport.files.Entry;
import java.util.Optional;

/** What is done with files whose targets exist. What cannot be compared counts as changed. */
public enum ExistingRule {
    /** Ask for every file; the others go on meanwhile. */
    ASK,
    /** Replace it where its length differs or the source is newer. */
    CHANGED,
    /** Replace it always. */
    OVERWRITE,
    /** Replace it where the source is newer. */
    NEWER,
    /** Replace it where its length differs. */
    SIZE,
    /** Replace it where its length or time differs. */
    DIFFERENT,
    /** Append what is missing where the lengths differ. */
    RESUME,
    /** Write beside it under a free name. */
    RENAME,
    /** Leave it alone. */
    SKIP;

    /** What to do with one file; empty when the user has to be asked. */
    public Optional<Decision> decide(Entry source, Entry target) {
        Comparison comparison = Comparison.of(source, target);
        boolean sizeDiffers = comparison.size() != Comparison.Size.SAME;
        boolean newer = comparison.age() == Comparison.Age.NEWER || comparison.age() == Comparison.Age.UNKNOWN;
        return switch (this) {
            case ASK -> Optional.empty();
            case OVERWRITE -> Optional.of(Decision.OVERWRITE);
            case SKIP -> Optional.of(Decision.SKIP);
            case RENAME -> Optional.of(Decision.RENAME);
            case RESUME -> Optional.of(sizeDiffers ? Decision.RESUME : Decision.SKIP);
            case CHANGED -> overwriteIf(sizeDiffers || newer);
            case NEWER -> overwriteIf(newer);
            case SIZE -> overwriteIf(sizeDiffers);
            case DIFFERENT -> overwriteIf(sizeDiffers || comparison.age() != Comparison.Age.SAME);
        };
    }

    /** Whether the files' times decide, so that they have to be known exactly. */
    public boolean needsTimes() {
        return switch (this) {
            case CHANGED, NEWER, DIFFERENT -> true;
            case ASK, OVERWRITE, SIZE, RESUME, RENAME, SKIP -> false;
        };
    }

    private static Optional<Decision> overwriteIf(boolean condition) {
        return Optional.of(condition ? Decision.OVERWRITE : Decision.SKIP);
    }
}
