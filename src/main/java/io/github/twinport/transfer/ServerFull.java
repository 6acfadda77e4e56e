// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Reply;
import java.util.List;
import java.util.Locale;

/**
 * Recognises that a server has no room for uploads: by the reply codes made for it, 452 and 552 (RFC 959, section 4.2),
 * or by its words. vsftpd and Pure-FTPd, and ProFTPD for some files, say with 451 only that they cannot write, which may hold
 * for all files as well.
 */
final class ServerFull {

    private static final List<String> WORDS = List.of(
            "no space left",
            "not enough space",
            "disk full",
            "disk is full",
            "quota",
            "insufficient storage",
            "failure writing to local file",
            "error during write to file",
            "transfer aborted. input/output error");

    private ServerFull() {}

    /** Whether a failure means that no other upload to the same server has a chance now. */
    static boolean isMeantBy(Throwable failure) {
        return failure instanceof FtpException.Refused refused && isMeantBy(refused.reply());
    }

    private static boolean isMeantBy(Reply reply) {
        String text = reply.text().toLowerCase(Locale.ROOT);
        return reply.code() == 452 || reply.code() == 552 || WORDS.stream().anyMatch(text::contains);
    }
}
