// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/**
 * The user's decision about an existing target.
 *
 * @param rule what to do
 * @param forAll whether the same is to be done with every further conflict of the queue's present work
 */
public record ConflictAnswer(Rule rule, boolean forAll) {

    /** What can be done with an existing target. */
    public enum Rule {
        /** Replace it. */
        OVERWRITE,
        /** Append what is missing. */
        RESUME,
        /** Keep it and write the new file under a free name beside it. */
        RENAME,
        /** Leave it alone and go on with the next file. */
        SKIP
    }
}
