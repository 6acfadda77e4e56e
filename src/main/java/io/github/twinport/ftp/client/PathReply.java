// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Reply;

/** Reads the path out of the reply to PWD (RFC 959, appendix II). */
final class PathReply {

    private PathReply() {}

    /**
     * The quoted path. It goes from the first quote to the last one that a blank or the end follows, because some servers
     * do not double the quotes inside (Pure-FTPd, Apache FtpServer, inetutils). The root where there is none
     * or none that a command can carry.
     */
    static RemotePath parse(Reply reply) {
        String text = reply.text();
        int start = text.indexOf('"');
        if (!reply.isCompletion() || start < 0) {
            return RemotePath.ROOT;
        }
        int end = text.indexOf("\" ", start + 1);
        int last = end;
        while (end >= 0) {
            last = end;
            end = text.indexOf("\" ", end + 1);
        }
        if (text.endsWith("\"") && text.length() - 1 > start) {
            last = text.length() - 1;
        }
        String path = last < 0 ? "/" : text.substring(start + 1, last).replace("\"\"", "\"");
        // A CR inside would end the command that carries the path back.
        boolean usable = path.indexOf('\r') < 0 && path.indexOf('\n') < 0 && path.indexOf('\0') < 0;
        return usable ? RemotePath.of(path) : RemotePath.ROOT;
    }
}
