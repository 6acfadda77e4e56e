// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.FtpException;
import java.util.List;
import java.util.Locale;

/**
 * Recognises that a server has no room for uploads: by the reply codes made for it, 452 and 552 (RFC 959, section 4.2),
 * or by its words. vsftpd and Pure-FTPd, and ProFTPD for some files, say with 451 only that they cannot write, which may hold
 * for all files as well.
 */
final class ServerFull {

    private static final List<String> WRITING = List.of("STOR", "APPE", "STOU", "MKD", "XMKD", "ALLO");

    private static final List<String> CERTAIN =
            List.of("no space left", "not enough space", "disk full", "disk is full", "quota", "insufficient storage");

    private static final List<String> PERHAPS = List.of(
            "failure writing to local file", "error during write to file", "transfer aborted. input/output error");

    private ServerFull() {}

    /** Whether a failure means that no other upload to the same server has a chance now. */
    static boolean isMeantBy(Throwable failure) {
        return failure instanceof FtpException.Refused refused && (isCertain(refused) || isLikely(refused));
    }

    /** Whether a refusal says so itself. */
    static boolean isCertain(FtpException.Refused refused) {
        int code = refused.reply().code();
        return code == 452 || code == 552 || (writes(refused) && holdsOneOf(CERTAIN, refused));
    }

    /** Whether a refusal only says that the server cannot write. */
    private static boolean isLikely(FtpException.Refused refused) {
        return writes(refused) && holdsOneOf(PERHAPS, refused);
    }

    private static boolean writes(FtpException.Refused refused) {
        return WRITING.stream().anyMatch(refused.command()::startsWith);
    }

    /** The name of the file is no word of the server's. */
    private static boolean holdsOneOf(List<String> words, FtpException.Refused refused) {
        String path = refused.command().substring(refused.command().indexOf(' ') + 1);
        String name = path.substring(path.lastIndexOf('/') + 1);
        String said = refused.reply().text();
        String text = (name.isEmpty() ? said : said.replace(name, "")).toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(text::contains);
    }
}
