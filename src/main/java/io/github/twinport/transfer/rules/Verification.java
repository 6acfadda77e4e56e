// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.rules;

/**
 * Which files are compared with the server's digest after their transfer, where the server computes one. The length is
 * always compared. Immutable; any thread.
 *
 * @param above files longer than this many bytes are
 */
public record Verification(long above) {

    /** None. */
    public static final Verification OFF = new Verification(Long.MAX_VALUE);

    /** All that are not empty. */
    public static final Verification ALWAYS = new Verification(0);

    /** Only those for which one more round trip does not count. */
    public static final Verification AUTOMATIC = new Verification(4_000_000);

    /** Whether a file of a length in bytes is. */
    public boolean includes(long size) {
        return size > above;
    }

    /** How it is kept; {@link #of} reads it. */
    public String text() {
        return String.valueOf(above);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static Verification of(String text) {
        return new Verification(Long.parseLong(text));
    }
}
