// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the place on a server to which an item goes.
 *
 * @param looked whether anyone has looked
 * @param entry what stands there, null for nothing
 * @param shared whether another item may go to the same place, so that somebody has to look in the last moment
 */
record Target(boolean looked, @Nullable Entry entry, boolean shared) {

    /** A place of its own. */
    Target(boolean looked, @Nullable Entry entry) {
        this(looked, entry, false);
    }

    /** Nobody has looked yet. */
    static final Target UNKNOWN = new Target(false, null);

    /** Another item may go to the same place: what stands there can be its file. */
    static final Target SHARED = new Target(false, null, true);

    /** Nothing stands there. */
    static final Target NOTHING = new Target(true, null);
}
