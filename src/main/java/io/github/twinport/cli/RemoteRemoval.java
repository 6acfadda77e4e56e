// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.BatchResult;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.transfer.ListingNotWholeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes a file or a folder with all it holds; belongs to the lane thread. What cannot be deleted is told and left, and so
 * is what is in a folder that the server does not show whole. Folders come before the files beside them: of a tree that has
 * no end, which is found out at its deepest level, nothing is deleted then.
 */
final class RemoteRemoval {

    private static final int MOST_AT_ONCE = 200;

    private final FtpClient client;
    private final Work work;
    private final boolean recursive;
    private final boolean dryRun;
    private boolean failed;

    RemoteRemoval(FtpClient client, Work work, boolean recursive, boolean dryRun) {
        this.client = client;
        this.work = work;
        this.recursive = recursive;
        this.dryRun = dryRun;
    }

    ExitCode run(RemotePath path) throws IOException {
        if (dryRun) {
            plan(path);
            return failed ? ExitCode.SOME_FAILED : ExitCode.DONE;
        }
        try {
            client.deleteFile(path);
            work.print(new Event.Removed(path.toString(), false, false));
            return ExitCode.DONE;
        } catch (FtpException.Refused e) {
            if (isGoneAfterAll(path, e)) {
                work.print(new Event.Removed(path.toString(), false, false));
                return ExitCode.DONE;
            }
            if (!Found.isFolder(client, path)) {
                throw work.missingOr(e, client, path);
            }
        }
        demandRecursive(path);
        removeFolders(List.of(path));
        return failed ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }

    private void folder(RemotePath path) throws IOException {
        try {
            Listing listing = client.list(path, batch -> {});
            if (!listing.isWhole()) {
                fail(path, new ListingNotWholeException(listing.gaps()));
                return;
            }
            inParts(path, listing.entries().stream().filter(Entry::isFolder).toList());
            inParts(
                    path,
                    listing.entries().stream()
                            .filter(entry -> !entry.isFolder())
                            .toList());
            client.removeFolder(path);
            work.print(new Event.Removed(path.toString(), true, false));
        } catch (FtpException.Refused e) {
            fail(path, e);
        }
    }

    private void inParts(RemotePath folder, List<Entry> entries) throws IOException {
        for (int begin = 0; begin < entries.size(); begin += MOST_AT_ONCE) {
            inside(folder, entries.subList(begin, Math.min(entries.size(), begin + MOST_AT_ONCE)));
        }
    }

    /**
     * Servers show a link to a folder as a folder, some even in MLSD. To delete it as a file first removes such a link
     * and is refused for a folder, so nothing is ever deleted through a link.
     */
    private void inside(RemotePath folder, List<Entry> entries) throws IOException {
        List<RemotePath> folders = new ArrayList<>();
        List<BatchResult> results = client.batches()
                .deleteFiles(entries.stream()
                        .map(entry -> folder.child(entry.name()))
                        .toList());
        for (int i = 0; i < results.size(); i++) {
            switch (results.get(i)) {
                case BatchResult.Done done ->
                    work.print(new Event.Removed(done.path().toString(), false, false));
                case BatchResult.Failed failed -> {
                    if (isGoneAfterAll(failed.path(), failed.refusal())) {
                        work.print(new Event.Removed(failed.path().toString(), false, false));
                    } else if (entries.get(i).isFolder()) {
                        folders.add(failed.path());
                    } else {
                        fail(failed.path(), failed.refusal());
                    }
                }
            }
        }
        removeFolders(folders);
    }

    /**
     * Removes folders as they are before anybody looks into them: where links to folders cannot be deleted as files (servers
     * on Windows or in Java), this removes the link, and it is refused for a folder that holds something.
     */
    private void removeFolders(List<RemotePath> folders) throws IOException {
        for (BatchResult result :
                folders.isEmpty() ? List.<BatchResult>of() : client.batches().removeFolders(folders)) {
            switch (result) {
                case BatchResult.Done done ->
                    work.print(new Event.Removed(done.path().toString(), true, false));
                case BatchResult.Failed failed -> folder(failed.path());
            }
        }
    }

    /** A link must not be taken for a folder because the server could not delete it just then. */
    private boolean isGoneAfterAll(RemotePath path, FtpException.Refused refusal) throws IOException {
        return refusal.reply().isTransientRefusal() && client.batches().deleteUnlessFolder(path);
    }

    private void fail(RemotePath path, IOException why) {
        failed = true;
        work.print(new Event.NotRemoved(path.toString(), work.explainer().explain(why)));
    }

    private void plan(RemotePath path) throws IOException {
        Found found = Found.at(client, path).orElseThrow(() -> new CommandException(work.missing(path)));
        if (found.folder()) {
            demandRecursive(path);
            planFolder(path);
        } else {
            work.print(new Event.Removed(path.toString(), false, true));
        }
    }

    private void planFolder(RemotePath path) throws IOException {
        Listing listing = client.list(path, batch -> {});
        if (!listing.isWhole()) {
            fail(path, new ListingNotWholeException(listing.gaps()));
            return;
        }
        for (Entry entry : listing.entries()) {
            RemotePath inside = path.child(entry.name());
            if (entry.isFolder()) {
                planFolder(inside);
            } else {
                work.print(new Event.Removed(inside.toString(), false, true));
            }
        }
        work.print(new Event.Removed(path.toString(), true, true));
    }

    private void demandRecursive(RemotePath path) throws IOException {
        if (!recursive) {
            throw work.problem("cli.needsRecursive", EntryName.escaped(path.toString()));
        }
    }
}
