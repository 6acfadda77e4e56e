// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * What SIZE and MDTM tell about a file. Immutable; any thread.
 *
 * @param size its length in bytes, or {@link io.github.twinport.files.Entry#UNKNOWN_SIZE}
 * @param modified when it was last changed, null where the server does not tell
 */
public record SizeAndTime(long size, @Nullable Timestamp modified) {}
