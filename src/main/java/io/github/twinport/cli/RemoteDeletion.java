// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Step;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.BatchResult;
import io.github.twinport.ftp.client.FtpClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes on a server. Some servers show a link to a folder as a folder: to delete each folder as a file first, from the
 * top, or to remove it as it is, takes such a link away and is refused for a folder that holds something, so nothing is ever
 * deleted through a link.
 */
final class RemoteDeletion implements Deletion {

    private final Remote remote;
    private final RemotePath root;
    private final Work work;
    private final List<String> links = new ArrayList<>();

    RemoteDeletion(Remote remote, RemotePath root, Work work) {
        this.remote = remote;
        this.root = root;
        this.work = work;
    }

    @Override
    public boolean run(List<Step> steps) throws IOException {
        for (Step step : steps.reversed()) {
            if (step.kind() == EntryKind.FOLDER && !isBehindLink(step.path()) && isGone(step.path())) {
                links.add(step.path());
                work.print(new Event.Removed(at(step).toString(), false, false));
            }
        }
        boolean all = true;
        for (Step step : steps) {
            all &= isBehindLink(step.path()) || delete(step);
        }
        return all;
    }

    private RemotePath at(Step step) {
        return RemoteTree.at(root, step.path());
    }

    private boolean isBehindLink(String path) {
        return links.stream().anyMatch(link -> path.equals(link) || path.startsWith(link + "/"));
    }

    private boolean isGone(String path) throws IOException {
        RemotePath folder = RemoteTree.at(root, path);
        return remote.run(client -> client.batches().deleteUnlessFolder(folder) || isRemoved(client, folder));
    }

    private static boolean isRemoved(FtpClient client, RemotePath folder) throws IOException {
        return client.batches().removeFolders(List.of(folder)).getFirst() instanceof BatchResult.Done;
    }

    private boolean delete(Step step) throws IOException {
        RemotePath path = at(step);
        boolean folder = step.kind() == EntryKind.FOLDER;
        try {
            remote.run(client -> {
                if (folder) {
                    client.removeFolder(path);
                } else {
                    client.deleteFile(path);
                }
                return path;
            });
            work.print(new Event.Removed(path.toString(), folder, false));
            return true;
        } catch (FtpException.Refused e) {
            work.print(new Event.NotRemoved(path.toString(), work.explainer().explain(e)));
            return false;
        }
    }
}
