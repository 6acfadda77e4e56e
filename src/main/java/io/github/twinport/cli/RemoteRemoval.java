// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.FtpClient;
import java.io.IOException;
import java.util.List;

/** Deletes a file or a folder with all it holds; belongs to the lane thread. What cannot be deleted is told and left. */
final class RemoteRemoval {

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
            return ExitCode.DONE;
        }
        try {
            client.deleteFile(path);
            work.print(new Event.Removed(path.toString(), false, false));
            return ExitCode.DONE;
        } catch (FtpException.Refused e) {
            if (!Found.isFolder(client, path)) {
                throw e;
            }
        }
        demandRecursive(path);
        folder(path);
        return failed ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }

    /**
     * Servers show a link to a folder as a folder, some even in MLSD. To delete it as a file first removes such a link
     * and is refused for a folder, so nothing is ever deleted through a link.
     */
    private void fileOrFolder(RemotePath path) throws IOException {
        try {
            client.deleteFile(path);
            work.print(new Event.Removed(path.toString(), false, false));
        } catch (FtpException.Refused e) {
            folder(path);
        }
    }

    private void folder(RemotePath path) throws IOException {
        try {
            List<Entry> entries = client.list(path, batch -> {}).entries();
            for (Entry entry : entries) {
                RemotePath inside = path.child(entry.name());
                if (entry.isFolder()) {
                    fileOrFolder(inside);
                } else {
                    file(inside);
                }
            }
            client.removeFolder(path);
            work.print(new Event.Removed(path.toString(), true, false));
        } catch (FtpException.Refused e) {
            fail(path, e);
        }
    }

    private void file(RemotePath path) throws IOException {
        try {
            client.deleteFile(path);
            work.print(new Event.Removed(path.toString(), false, false));
        } catch (FtpException.Refused e) {
            fail(path, e);
        }
    }

    private void fail(RemotePath path, FtpException.Refused why) {
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
        for (Entry entry : client.list(path, batch -> {}).entries()) {
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
