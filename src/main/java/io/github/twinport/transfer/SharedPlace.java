// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Spelling;
import io.github.twinport.transfer.rules.ExistingRule;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What stands at the target of an item that may share it with another: under its own name it is an existing file as any,
 * under another spelling it is the other's. No rule that compares files may decide then, because one of two sources would
 * be lost. Belongs to one worker.
 */
final class SharedPlace {

    private static final int ASCII = 0x7F;

    private SharedPlace() {}

    /** Demands that what stands at an upload's target is no other item's. */
    static void check(Attempt attempt, WorkerConnection connection) throws IOException {
        if (attempt.target().shared()
                && attempt.rule() == null
                && compares(attempt.request().rules().existing())) {
            demandOwn(attempt.request().remote(), connection);
        }
    }

    /** Demands that what stands at a path on a server has this very name. */
    static void demandOwn(RemotePath path, WorkerConnection connection) throws IOException {
        RemotePath folder = Objects.requireNonNullElse(path.parent(), RemotePath.ROOT);
        Spelling spelling = Spelling.of(path.name());
        List<String> names = new ArrayList<>();
        connection.list(
                folder,
                entries -> entries.forEach(entry -> {
                    if (Spelling.of(entry.name()).equals(spelling)) {
                        names.add(entry.name());
                    }
                }));
        boolean mayLoseBytes = path.name().chars().anyMatch(c -> c > ASCII);
        if (!names.contains(path.name()) && (mayLoseBytes || !names.isEmpty())) {
            throw new TransferException.SameTarget(path.name(), names.isEmpty() ? "" : names.getFirst());
        }
    }

    /** Demands that what stands at a download's target is no other item's. */
    static void check(Attempt attempt, Path target) throws IOException {
        if (attempt.target().shared()
                && attempt.rule() == null
                && compares(attempt.request().rules().existing())) {
            String name = LocalTarget.name(target.toRealPath(LinkOption.NOFOLLOW_LINKS));
            if (!name.equals(LocalTarget.name(target))) {
                throw new TransferException.SameTarget(LocalTarget.name(target), name);
            }
        }
    }

    /** Whether a rule compares a file with the one that it would replace, or replaces it unseen. */
    static boolean compares(ExistingRule rule) {
        return switch (rule) {
            case CHANGED, OVERWRITE, NEWER, SIZE, DIFFERENT, RESUME -> true;
            case ASK, RENAME, SKIP -> false;
        };
    }
}
