// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.control.PendingReply;
import org.jspecify.annotations.Nullable;

/**
 * The commands that end an upload, on their way.
 *
 * @param time sets the file's time, null where the server cannot
 */
record UploadCommands(PendingReply size, @Nullable PendingReply time, PendingReply from, PendingReply to) {}
