// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.RemotePath;

/** One logged-in control connection and all that can be done over it. Blocks; used by one thread at a time. */
public final class FtpClient implements AutoCloseable {

    private FtpClient() {}

    /** The folder in which the server put us after the login. */
    public RemotePath startFolder() {
        return RemotePath.ROOT;
    }

    @Override
    public void close() {}
}
