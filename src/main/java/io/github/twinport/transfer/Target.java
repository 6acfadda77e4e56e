// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the place on a server to which an item goes.
 *
 * @param looked whether anyone has looked
 * @param entry what stands there, null for nothing
 */
record Target(boolean looked, @Nullable Entry entry) {

    /** Nobody has looked yet. */
    static final Target UNKNOWN = new Target(false, null);

    /** Nothing stands there. */
    static final Target NOTHING = new Target(true, null);
}
