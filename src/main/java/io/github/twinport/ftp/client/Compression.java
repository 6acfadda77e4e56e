// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

/**
 * Whether listings and files travel compressed (MODE Z, draft-preston-ftpext-deflate) where the server can do it. Worth
 * it on slow lines only: most servers and most files are slower with it. Immutable; any thread.
 *
 * @param wanted whether to use it
 * @param level how hard both sides try, 1 (fast) to 9 (small)
 */
public record Compression(boolean wanted, int level) {

    /** What both sides use where nobody says anything. */
    public static final int USUAL_LEVEL = 6;

    /** Everything travels as it is. */
    public static final Compression OFF = new Compression(false, USUAL_LEVEL);

    /** With the usual level. */
    public static final Compression ON = new Compression(true, USUAL_LEVEL);

    /**
     * Checks the level.
     *
     * @throws IllegalArgumentException when it is not 1 to 9
     */
    public Compression {
        if (level < 1 || level > 9) {
            throw new IllegalArgumentException("no compression level " + level);
        }
    }
}
