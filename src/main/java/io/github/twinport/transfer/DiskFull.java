// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.FtpException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Recognises that the local disk is full. Java has no exception type for it, only the system's message. */
final class DiskFull {

    /** Below this a failed write is taken for a full disk whatever the system's message says, in bytes. */
    private static final long TINY = 4096;

    private static final List<String> MESSAGES =
            List.of("no space left", "not enough space", "disk full", "disk is full", "quota exceeded", "disk quota");

    private DiskFull() {}

    /** Whether the failure's message says so (Linux and macOS ENOSPC and EDQUOT, Windows ERROR_DISK_FULL). */
    static boolean isMeantBy(Throwable failure) {
        if (!(failure instanceof IOException) || failure instanceof FtpException) {
            return false;
        }
        String message = failure.getMessage();
        String lower = message == null ? "" : message.toLowerCase(Locale.ROOT);
        return MESSAGES.stream().anyMatch(lower::contains);
    }

    /** Whether the failure of a write into the folder is due to a full disk: by its message or because none is left. */
    static boolean isCause(Throwable failure, Path folder) {
        if (!(failure instanceof IOException) || failure instanceof FtpException) {
            return false;
        }
        if (isMeantBy(failure)) {
            return true;
        }
        try {
            return Files.getFileStore(folder).getUsableSpace() < TINY;
        } catch (IOException e) {
            return false;
        }
    }
}
