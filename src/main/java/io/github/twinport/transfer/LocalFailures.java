// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.EntryName;
import io.github.twinport.i18n.Messages;
import io.github.twinport.store.StoreException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Explains failures of the local disk and everything that has no explanation of its own. */
final class LocalFailures {

    private final Messages messages;

    LocalFailures(Messages messages) {
        this.messages = messages;
    }

    /** One sentence about what happened and one about what to do. */
    Explanation explain(Throwable failure) {
        if (DiskFull.isMeantBy(failure)) {
            return text("disk-full");
        }
        return switch (failure) {
            case NoSuchFileException missing -> text("local.missing", file(missing));
            case AccessDeniedException denied -> text("local.denied", file(denied));
            case FileAlreadyExistsException exists -> text("local.exists", file(exists));
            case NotDirectoryException file -> text("local.not-a-folder", file(file));
            case DirectoryNotEmptyException folder -> text("local.not-empty", file(folder));
            case FileSystemLoopException loop -> text("local.loop", file(loop));
            case LinkInTheWayException link -> text("local.link", file(link));
            case FileSystemException other -> explain(other);
            case InvalidPathException invalid -> text("local.name", EntryName.escaped(invalid.getInput()));
            case ReadOnlyFileSystemException readOnly -> text("local.read-only", message(readOnly));
            case StoreException.Nonsense nonsense ->
                new Explanation(
                        messages.text("store.nonsense", message(nonsense)), messages.text("store.nonsense.advice"));
            case IOException other -> text("local.other", message(other));
            default -> text("unexpected", message(failure));
        };
    }

    private Explanation explain(FileSystemException failure) {
        String reason = failure.getReason() == null ? "" : failure.getReason();
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("name too long")) {
            return text("local.name", file(failure));
        }
        if (lower.contains("read-only")) {
            return text("local.read-only", file(failure));
        }
        return text("local.file", file(failure), reason.isEmpty() ? message(failure) : ForeignWords.inSentence(reason));
    }

    private Explanation text(String key, Object... arguments) {
        return new Explanation(
                messages.text("failure." + key + ".what", arguments),
                messages.text("failure." + key + ".advice", arguments));
    }

    private static String file(FileSystemException failure) {
        return shown(failure.getFile());
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return ForeignWords.inSentence(message == null ? failure.getClass().getSimpleName() : message);
    }

    private static String shown(@Nullable String text) {
        return text == null ? "?" : EntryName.escaped(text);
    }
}
