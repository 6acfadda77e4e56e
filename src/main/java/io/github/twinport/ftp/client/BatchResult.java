// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;

/** What has become of one path of several that were dealt with together. Immutable; any thread. */
public sealed interface BatchResult {

    /** Which path it was. */
    RemotePath path();

    /**
     * It is as it was asked for.
     *
     * @param path which path it was
     */
    record Done(RemotePath path) implements BatchResult {}

    /**
     * The server did not want to.
     *
     * @param path which path it was
     * @param refusal what the server said
     */
    record Failed(RemotePath path, FtpException.Refused refusal) implements BatchResult {}
}
