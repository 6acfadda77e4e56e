// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Reply;

/** Reads the path out of the reply to PWD (RFC 959, appendix II). */
final class PathReply {

    private PathReply() {}

    /**
     * The quoted path; the root where there is none. A quote inside is doubled (RFC 959), so an odd number of quotes
     * before a blank or the end closes the path. Some servers do not double (Pure-FTPd, Apache FtpServer, inetutils): a
     * name that ends in a quote leaves only an even number, and then that closes it.
     */
    static RemotePath parse(Reply reply) {
        String text = reply.text();
        int start = text.indexOf('"') + 1;
        if (!reply.isCompletion() || start == 0) {
            return RemotePath.ROOT;
        }
        int end = -1;
        int afterRun;
        for (int quote = text.indexOf('"', start); quote >= 0; quote = text.indexOf('"', afterRun)) {
            afterRun = quote + 1;
            while (afterRun < text.length() && text.charAt(afterRun) == '"') {
                afterRun++;
            }
            boolean odd = (afterRun - quote) % 2 == 1;
            if ((afterRun == text.length() || text.charAt(afterRun) == ' ') && (odd || end < 0)) {
                end = afterRun - 1;
                if (odd) {
                    break;
                }
            }
        }
        return end < 0 ? RemotePath.ROOT : pathOf(text.substring(start, end).replace("\"\"", "\""));
    }

    private static RemotePath pathOf(String text) {
        try {
            return RemotePath.stated(text);
        } catch (IllegalArgumentException notAPath) {
            return RemotePath.ROOT;
        }
    }
}
