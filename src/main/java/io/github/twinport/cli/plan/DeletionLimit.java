// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

/**
 * How much may be deleted without asking once more: one rule for all that deletes what the other side does not have. Half of
 * what is there, or a great many, is more often a wrong folder or a disk that is not mounted than a wish. Immutable; any
 * thread.
 *
 * @param most so many deletions are nothing unusual
 * @param anyShare whether it does not matter what part of the whole they are
 */
public record DeletionLimit(long most, boolean anyShare) {

    /** What nobody has set otherwise. */
    public static final DeletionLimit STANDARD = new DeletionLimit(1_000, false);

    /** Of fewer entries any part may go. */
    private static final long SHARE_FROM = 10;

    /** Allows a number of deletions, whatever part of the whole they are: for someone who has named it. */
    public static DeletionLimit of(long most) {
        return new DeletionLimit(most, true);
    }

    /** The same number, whatever part of the whole it is. */
    public DeletionLimit ofAnyShare() {
        return new DeletionLimit(most, true);
    }

    /**
     * Whether a number of deletions is to be asked about once more.
     *
     * @param removed how many entries would be deleted
     * @param seen how many entries there are on that side, in all that was looked at
     */
    public boolean isExceeded(long removed, long seen) {
        boolean largePart = seen >= SHARE_FROM && removed > seen / 2.0;
        return removed > most || (largePart && !anyShare);
    }
}
