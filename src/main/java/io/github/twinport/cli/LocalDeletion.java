// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.LocalTree;
import io.github.twinport.cli.plan.Step;
import io.github.twinport.files.EntryKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Deletes on this computer; of links, the link itself, and nothing through them. */
final class LocalDeletion implements Deletion {

    private final LocalTree tree;
    private final Work work;

    LocalDeletion(LocalTree tree, Work work) {
        this.tree = tree;
        this.work = work;
    }

    @Override
    public boolean run(List<Step> steps) throws InterruptedCommandException {
        boolean all = true;
        for (Step step : steps) {
            if (work.interruption().isRequested()) {
                throw new InterruptedCommandException();
            }
            Path path = tree.at(step.path());
            try {
                tree.demandNoLinkAbove(step.path());
                if (Files.deleteIfExists(path)) {
                    work.print(new Event.Removed(path.toString(), step.kind() == EntryKind.FOLDER, false));
                }
            } catch (IOException e) {
                all = false;
                work.print(
                        new Event.NotRemoved(path.toString(), work.explainer().explain(e)));
            }
        }
        return all;
    }
}
