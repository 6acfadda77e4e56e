// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import io.github.twinport.ftp.client.FtpClient;
import java.io.IOException;

/**
 * A piece of work on a connected client. Runs on the session's lane thread, where it may block.
 *
 * @param <T> what it results in
 */
@FunctionalInterface
public interface FtpOperation<T> {

    /**
     * Does the work. Where a server refuses a data connection for lack of TLS session resumption, or has lost replies
     * while several commands were under way, the whole operation is run a second time on a new connection, so it opens
     * what it reads and writes itself (a seekable source of an upload is put back to its start).
     *
     * @throws IOException when it fails; an {@link io.github.twinport.ftp.FtpException} when the server is the cause
     */
    T run(FtpClient client) throws IOException;
}
