// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.client.BatchResult;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.session.FtpOperation;
import io.github.twinport.transfer.ListingNotWholeException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Deletes entries of a server's folder, folders with all they hold, from the leaves up. A link is deleted itself. What
 * was deleted is not tried again when the session repeats the operation on a new connection. Folders come before the files
 * beside them: of a tree that has no end, which is found out at its deepest level, nothing is deleted then.
 */
final class RemoteDeletion implements FtpOperation<Integer> {

    /** Few enough that what was deleted is known soon, many enough that the way to the server hardly counts. */
    private static final int MOST_AT_ONCE = 200;

    private final Deque<Step> steps = new ArrayDeque<>();
    private int deleted;

    /**
     * One thing to delete.
     *
     * @param path where it is
     * @param folder whether it is a folder
     * @param emptied whether what the folder held has its own steps before this one
     */
    private record Step(RemotePath path, boolean folder, boolean emptied) {}

    RemoteDeletion(RemotePath folder, Collection<Entry> entries) {
        put(folder, entries);
    }

    @Override
    public Integer run(FtpClient client) throws IOException {
        while (!steps.isEmpty()) {
            Step step = steps.getFirst();
            if (step.folder() && !step.emptied() && isGone(client, step.path())) {
                steps.removeFirst();
                deleted++;
                continue;
            }
            if (step.folder() && !step.emptied()) {
                Listing listing = client.list(step.path(), batch -> {});
                if (!listing.isWhole()) {
                    throw new ListingNotWholeException(listing.gaps());
                }
                steps.removeFirst();
                steps.addFirst(new Step(step.path(), true, true));
                put(step.path(), listing.entries());
                continue;
            }
            if (step.folder()) {
                client.removeFolder(step.path());
                steps.removeFirst();
                deleted++;
            } else {
                deleteFiles(client);
            }
        }
        return deleted;
    }

    /**
     * What looks like a folder may be a link to one, which goes when it is deleted as a file; on some servers only when it
     * is removed as a folder, which is refused for one that holds something.
     */
    private static boolean isGone(FtpClient client, RemotePath folder) throws IOException {
        return client.batches().deleteUnlessFolder(folder)
                || client.batches().removeFolders(List.of(folder)).getFirst() instanceof BatchResult.Done;
    }

    private void put(RemotePath folder, Collection<Entry> entries) {
        for (Entry entry : entries) {
            if (!isEntered(entry)) {
                steps.addFirst(new Step(folder.child(entry.name()), false, false));
            }
        }
        for (Entry entry : entries) {
            if (isEntered(entry)) {
                steps.addFirst(new Step(folder.child(entry.name()), true, false));
            }
        }
    }

    /** A link to a folder may be listed as a folder that names its target. */
    private static boolean isEntered(Entry entry) {
        return entry.isFolder() && entry.linkTarget() == null;
    }

    /** Deletes the files that come next; those that were refused stay for the caller to see, the others are done. */
    private void deleteFiles(FtpClient client) throws IOException {
        List<RemotePath> files = steps.stream()
                .takeWhile(step -> !step.folder())
                .limit(MOST_AT_ONCE)
                .map(Step::path)
                .toList();
        List<BatchResult.Failed> failures = new ArrayList<>();
        for (BatchResult result : client.batches().deleteFiles(files)) {
            steps.removeFirst();
            switch (result) {
                case BatchResult.Done ignored -> deleted++;
                case BatchResult.Failed failed -> failures.add(failed);
            }
        }
        for (BatchResult.Failed failed : failures.reversed()) {
            steps.addFirst(new Step(failed.path(), false, false));
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst().refusal();
        }
    }
}
