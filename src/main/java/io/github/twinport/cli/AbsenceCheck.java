// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Plan;
import io.github.twinport.cli.plan.Step;
import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.listing.Gap;
import io.github.twinport.transfer.ListingNotWholeException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks a server by name for some of what would be deleted here because its listings do not show it. ProFTPD with
 * {@code ListOptions maxfiles} shortens listings and does not say so, and many servers leave out names that begin with a
 * dot. Belongs to the command's thread.
 */
final class AbsenceCheck {

    /** So many are asked for, spread over all: a listing that was cut lacks many. */
    private static final int MOST = 30;

    private final Remote remote;
    private final RemotePath root;

    AbsenceCheck(Remote remote, RemotePath root) {
        this.remote = remote;
        this.root = root;
    }

    /** The plan, with a problem where the server has something that it has not shown. */
    Plan check(Plan plan) throws IOException {
        List<Step> deletions = plan.steps(Step.Action.DELETE);
        Set<String> paths = new HashSet<>();
        deletions.forEach(step -> paths.add(step.path()));
        List<Step> first =
                deletions.stream().filter(step -> !paths.contains(above(step))).toList();
        int asked = Math.min(MOST, first.size());
        for (int i = 0; i < asked; i++) {
            Step step = first.get((int) ((long) i * first.size() / asked));
            RemotePath path = RemoteTree.at(root, step.path());
            if (remote.run(client -> isThere(client, step, path))) {
                return plan.with(new Plan.Problem(above(step), new ListingNotWholeException(Set.of(Gap.HIDDEN))));
            }
        }
        return plan;
    }

    private static boolean isThere(FtpClient client, Step step, RemotePath path) throws IOException {
        return step.kind() == EntryKind.FOLDER ? Found.isFolder(client, path) : client.size(path) != Entry.UNKNOWN_SIZE;
    }

    private static String above(Step step) {
        return step.path().substring(0, Math.max(0, step.path().lastIndexOf('/')));
    }
}
