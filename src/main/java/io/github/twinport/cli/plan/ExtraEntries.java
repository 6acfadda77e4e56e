// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import io.github.twinport.files.Entry;
import io.github.twinport.ftp.FtpException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plans what becomes of entries that only the target has. What is excluded stays, and so do the folders above it. */
final class ExtraEntries {

    private final Tree target;
    private final Selection selection;
    private final List<Step> steps;
    private long kept;

    private record Found(String path, Entry entry) {}

    ExtraEntries(Tree target, Selection selection, List<Step> steps) {
        this.target = target;
        this.selection = selection;
        this.steps = steps;
    }

    /** How many entries stay. */
    long kept() {
        return kept;
    }

    /** Looks at one entry of a folder that source and target have. */
    void look(String folder, Entry entry, boolean inSource) throws IOException {
        String path = Tree.join(folder, entry.name());
        if (inSource || !selection.accepts(path, entry.isFolder())) {
            kept++;
        } else {
            plan(new Found(path, entry));
        }
    }

    private void plan(Found first) throws IOException {
        List<Found> all = new ArrayList<>();
        Set<String> staying = new HashSet<>();
        Deque<Found> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Found found = open.removeFirst();
            if (Planner.isTemporary(found.entry())
                    || !selection.accepts(found.path(), found.entry().isFolder())) {
                stay(found.path(), staying);
                continue;
            }
            all.add(found);
            if (found.entry().isFolder()) {
                inside(found.path(), open, staying);
            }
        }
        for (Found found : all.reversed()) {
            if (staying.contains(found.path())) {
                kept++;
            } else {
                steps.add(Step.of(Step.Action.DELETE, found.path(), found.entry()));
            }
        }
    }

    private void inside(String folder, Deque<Found> open, Set<String> staying) throws IOException {
        try {
            target.list(folder).ifPresent(contents -> {
                contents.entries().forEach(entry -> open.addFirst(new Found(Tree.join(folder, entry.name()), entry)));
                if (!contents.isWhole()) {
                    stay(folder, staying);
                }
            });
        } catch (FtpException.Refused | FileSystemException e) {
            stay(folder, staying);
        }
    }

    /** Keeps a path and all folders above it. */
    private void stay(String path, Set<String> staying) {
        kept++;
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            staying.add(path.substring(0, end));
        }
    }
}
