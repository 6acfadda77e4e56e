// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Names the user's file in explanations of failures that were about the temporary name under which it grows. */
final class FinalNames {

    private FinalNames() {}

    /** An explanation in which the target of a transfer stands for its temporary name. */
    static Explanation in(Explanation explanation, TransferRequest request, Throwable failure) {
        String path = path(failure);
        if (path == null) {
            return explanation;
        }
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        RemotePath remote = request.remote();
        boolean upload = request.direction() == Direction.UPLOAD;
        if (!TemporaryName.isTemporary(name) && !(upload && remote.syntax().isTemporaryName(name))) {
            return explanation;
        }
        String target = upload ? remote.toString() : request.local().toString();
        String targetName = upload ? remote.name() : LocalTarget.name(request.local());
        return new Explanation(
                named(named(explanation.what(), path, target), name, targetName),
                named(named(explanation.advice(), path, target), name, targetName));
    }

    private static @Nullable String path(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> null;
            case CompletionException wrapper -> path(wrapper.getCause());
            case ExecutionException wrapper -> path(wrapper.getCause());
            case FtpException.Refused refused ->
                refused.command().substring(refused.command().indexOf(' ') + 1);
            case FileSystemException local -> local.getFile();
            default -> null;
        };
    }

    private static String named(String text, String temporary, String target) {
        return text.replace(EntryName.escaped(temporary), EntryName.escaped(target));
    }
}
