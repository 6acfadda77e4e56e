// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.ftp.FtpException;
import org.jspecify.annotations.Nullable;

/**
 * How an upload under a temporary name ended. Immutable; any thread.
 *
 * @param length the file's length on the server in bytes, or {@link Entry#UNKNOWN_SIZE} where it does not tell
 * @param refused why the file did not get its last name, null when it did
 */
public record UploadEnd(long length, FtpException.@Nullable Refused refused) {}
