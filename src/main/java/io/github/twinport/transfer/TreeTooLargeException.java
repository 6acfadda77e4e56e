// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.io.IOException;

/** A tree holds more entries than are looked at: it may have no end. */
@SuppressWarnings("serial") // Never serialised.
public final class TreeTooLargeException extends IOException {

    private final long entries;

    TreeTooLargeException(long entries) {
        super("more than " + entries + " entries");
        this.entries = entries;
    }

    /** How many entries were looked at. */
    public long entries() {
        return entries;
    }
}
