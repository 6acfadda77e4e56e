// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.speed;

/**
 * How many bytes may move per second in each direction; 0 for as many as possible. Immutable; any thread.
 *
 * @param download from servers to this computer
 * @param upload from this computer to servers
 */
public record SpeedLimit(long download, long upload) {

    /** As fast as possible. */
    public static final SpeedLimit NONE = new SpeedLimit(0, 0);

    /**
     * Refuses what is no speed.
     *
     * @throws IllegalArgumentException when a number is negative
     */
    public SpeedLimit {
        if (download < 0 || upload < 0) {
            throw new IllegalArgumentException(download + " " + upload);
        }
    }

    /** How it is kept; {@link #of} reads it. */
    String text() {
        return download + "/" + upload;
    }

    static SpeedLimit of(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(text);
        }
        return new SpeedLimit(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
