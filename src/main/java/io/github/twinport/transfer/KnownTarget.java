// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.Arrays;

/** What the journal keeps of the place to which an item goes. */
public enum KnownTarget {
    /** Nobody has looked, or it is not worth keeping what was there. */
    UNKNOWN(0),
    /** Nothing stood there. */
    FREE(1),
    /** Another item may go there too. */
    SHARED(2);

    private final int code;

    KnownTarget(int code) {
        this.code = code;
    }

    /** The number that stands for it in the journal. */
    public int code() {
        return code;
    }

    /** What a number of the journal stands for; nothing is known where it makes no sense. */
    public static KnownTarget of(int code) {
        return Arrays.stream(values())
                .filter(known -> known.code == code)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** What is kept of a place. */
    static KnownTarget of(Target target) {
        if (target.shared()) {
            return SHARED;
        }
        return target.equals(Target.NOTHING) ? FREE : UNKNOWN;
    }

    /**
     * What is known of the place in a later run, in which nobody has looked yet.
     *
     * @param stillFree whether what was free then is taken for free
     */
    Target later(boolean stillFree) {
        return switch (this) {
            case SHARED -> Target.SHARED;
            case FREE -> stillFree ? Target.NOTHING : Target.UNKNOWN;
            case UNKNOWN -> Target.UNKNOWN;
        };
    }
}
