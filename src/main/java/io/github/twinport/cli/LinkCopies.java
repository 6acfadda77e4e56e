// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.LocalTree;
import io.github.twinport.cli.plan.Step;
import io.github.twinport.files.EntryName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the symbolic links of a server on this computer. A server decides what they lead to, so only those are made that
 * stay in the folder: any number of {@code ..} in front that the folder has room for, then names, and wherever other
 * links then lead on, the place has to be in the folder. No link is made or removed through another.
 */
final class LinkCopies {

    private final LocalTree tree;
    private final Path root;
    private final Work work;

    LinkCopies(LocalTree tree, Work work) {
        this.tree = tree;
        this.root = tree.at("");
        this.work = work;
    }

    /** Makes the links; whether all could be made. */
    boolean make(List<Step> steps) throws InterruptedCommandException {
        boolean all = true;
        for (Step step : steps) {
            if (work.interruption().isRequested()) {
                throw new InterruptedCommandException();
            }
            try {
                make(step);
            } catch (IOException e) {
                all = false;
                work.print(new Event.Problem(ExitCode.SOME_FAILED, work.explain(e)));
            } catch (InvalidPathException | UnsupportedOperationException e) {
                all = false;
                work.print(
                        new Event.Problem(ExitCode.SOME_FAILED, work.explainer().explain(e)));
            }
        }
        return all;
    }

    private void make(Step step) throws IOException {
        String target = step.linkTarget();
        if (target == null || target.isEmpty()) {
            throw work.problem("cli.linkUnknown", EntryName.escaped(step.path()));
        }
        if (!hasRoom(step.path(), target)) {
            throw leaves(step.path(), target);
        }
        tree.demandNoLinkAbove(step.path());
        Path link = tree.at(step.path());
        if (!new LinkTarget(root.toRealPath()).isInside(link, target)) {
            throw leaves(step.path(), target);
        }
        Path to = Path.of(target);
        if (Files.isSymbolicLink(link)) {
            if (Files.readSymbolicLink(link).equals(to)) {
                return;
            }
            Files.delete(link);
        } else if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            throw work.problem("cli.linkTaken", EntryName.escaped(link.toString()));
        }
        Files.createSymbolicLink(link, to);
        work.print(new Event.LinkMade(link.toString(), target));
    }

    private IOException leaves(String path, String target) {
        return work.problem("cli.linkLeaves", EntryName.escaped(path), EntryName.escaped(target));
    }

    private static boolean hasRoom(String path, String target) {
        if (target.startsWith("/") || Path.of(target).isAbsolute()) {
            return false;
        }
        long room = path.chars().filter(c -> c == '/').count();
        boolean named = false;
        for (String name : target.split("/", -1)) {
            switch (name) {
                case "", "." -> {}
                case ".." -> {
                    room--;
                    if (named || room < 0) {
                        return false;
                    }
                }
                default -> {
                    if (!EntryName.isPlain(name)) {
                        return false;
                    }
                    named = true;
                }
            }
        }
        return true;
    }
}
