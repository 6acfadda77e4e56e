// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.Spelling;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.transfer.TemporaryName;
import io.github.twinport.transfer.TreeTooLargeException;
import io.github.twinport.transfer.TreeWalk;
import io.github.twinport.transfer.rules.Decision;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Compares a source with a target, folder by folder, without changing anything. Belongs to the command's thread. */
public final class Planner {

    private final Tree source;
    private final Tree target;
    private final Selection selection;
    private final BiFunction<Entry, Entry, Decision> rule;
    private final List<Step> steps = new ArrayList<>();
    private final List<Plan.Problem> problems = new ArrayList<>();
    private final Deque<Folder> folders = new ArrayDeque<>();
    private final List<Folder> found = new ArrayList<>();
    private final ExtraEntries extra;
    private final TreeWalk walk = new TreeWalk();
    private final long mostEntries;
    private int kept;
    private long sourceEntries;

    /** A folder of the source, and the path that it has in the target, null where it is not there. */
    private record Folder(String path, @Nullable String inTarget) {}

    /**
     * Plans for one source and one target.
     *
     * @param selection what is meant
     * @param rule what to do with a source file whose target, the second argument, exists
     * @param mostEntries how many entries of both are looked at, for a tree may have no end
     */
    public Planner(
            Tree source, Tree target, Selection selection, BiFunction<Entry, Entry, Decision> rule, long mostEntries) {
        this.source = new WalkedTree(source, walk, mostEntries);
        this.target = new WalkedTree(target, walk, mostEntries);
        this.mostEntries = mostEntries;
        this.selection = selection;
        this.rule = rule;
        extra = new ExtraEntries(this.target, selection, steps);
    }

    /**
     * Plans for the whole folder.
     *
     * @param deleting whether what only the target has is deleted
     * @throws IOException when source or target cannot be reached
     */
    public Plan plan(boolean deleting) throws IOException {
        boolean there = target.list("").isPresent();
        if (!there) {
            steps.add(new Step(Step.Action.FOLDER, "", EntryKind.FOLDER, Entry.UNKNOWN_SIZE, null));
        }
        folders.add(new Folder("", there ? "" : null));
        while (!folders.isEmpty() && !walk.isOver(mostEntries)) {
            Folder folder = folders.removeFirst();
            try {
                folder(folder, deleting);
            } catch (FtpException.Refused
                    | FtpException.TooDeep
                    | FtpException.EndlessListing
                    | TreeTooLargeException
                    | FileSystemException e) {
                problems.add(new Plan.Problem(folder.path(), e));
            }
            // What lies deep comes first: a tree without end is then found out before it fills the memory.
            found.reversed().forEach(folders::addFirst);
            found.clear();
        }
        noticeSize();
        return new Plan(steps, kept, sourceEntries, extra.kept(), problems);
    }

    /** Plans for a single file of the folder. */
    public Plan planOnly(String name) throws IOException {
        Optional<Tree.Contents> listed = source.list("");
        boolean found = false;
        for (Entry entry : listed.map(Tree.Contents::entries).orElse(List.of())) {
            if (entry.name().equals(name)) {
                found = true;
                entry(name, entry, there("").of(entry));
            }
        }
        if (!found) {
            listed.ifPresent(contents -> notice("", contents));
        }
        return new Plan(steps, kept, sourceEntries, 0, problems);
    }

    private void folder(Folder folder, boolean deleting) throws IOException {
        Optional<Tree.Contents> listed = source.list(folder.path());
        Tree.Contents contents = listed.orElse(new Tree.Contents(List.of(), new IncompleteListingException()));
        notice(folder.path(), contents);
        String inTarget = folder.inTarget();
        TargetEntries there = inTarget == null ? null : there(inTarget);
        for (Entry entry : contents.entries()) {
            entry(Tree.join(folder.path(), entry.name()), entry, there == null ? null : there.of(entry));
        }
        if (deleting && inTarget != null && there != null) {
            // Many disks take names that differ only in case or in the form of accents for the same: such are not
            // deleted.
            Set<Spelling> names = there.spellings(contents.entries());
            for (Entry entry : there.all()) {
                extra.look(inTarget, entry, isTemporary(entry) || names.contains(Spelling.of(entry.name())));
            }
        }
    }

    private void entry(String path, Entry listed, @Nullable Counterpart existing) throws IOException {
        if (isTemporary(listed)) {
            return;
        }
        if (listed.kind() == EntryKind.LINK) {
            link(path, listed, existing);
        } else if (selection.accepts(path, listed.isFolder())) {
            meant(path, listed, existing);
        }
    }

    private void link(String path, Entry link, @Nullable Counterpart existing) throws IOException {
        if (!selection.accepts(path, false)) {
            return;
        }
        switch (selection.links()) {
            case SKIP -> {}
            case COPY -> {
                sourceEntries++;
                steps.add(new Step(Step.Action.LINK, path, EntryKind.LINK, Entry.UNKNOWN_SIZE, link.linkTarget()));
            }
            case FOLLOW -> {
                Optional<Entry> followed = source.follow(path, link);
                if (followed.isPresent()
                        && selection.accepts(path, followed.get().isFolder())) {
                    meant(path, followed.get(), existing);
                }
            }
        }
    }

    private void meant(String path, Entry entry, @Nullable Counterpart existing) throws IOException {
        sourceEntries++;
        switch (entry.kind()) {
            case FOLDER -> {
                Counterpart folder = existing != null && isEnterable(existing.entry()) ? existing : null;
                if (folder == null) {
                    steps.add(Step.of(Step.Action.FOLDER, path, entry));
                }
                found.add(new Folder(path, folder == null ? null : folder.path()));
            }
            case FILE -> file(path, entry, existing);
            default -> kept++;
        }
    }

    private static boolean isEnterable(Entry entry) {
        return entry.isFolder() || entry.kind() == EntryKind.LINK;
    }

    private void file(String path, Entry entry, @Nullable Counterpart existing) throws IOException {
        if (existing == null) {
            steps.add(Step.of(Step.Action.TRANSFER, path, entry));
            return;
        }
        Entry compared = existing.entry().kind() == EntryKind.LINK
                ? target.follow(existing.path(), existing.entry()).orElse(existing.entry())
                : existing.entry();
        switch (rule.apply(entry, compared)) {
            case OVERWRITE -> steps.add(Step.of(Step.Action.REPLACE, path, entry));
            case RESUME -> steps.add(Step.of(Step.Action.RESUME, path, entry));
            case RENAME -> steps.add(Step.of(Step.Action.RENAME, path, entry));
            case SKIP -> kept++;
        }
    }

    private TargetEntries there(String path) throws IOException {
        Optional<Tree.Contents> listed = target.list(path);
        listed.ifPresent(contents -> notice(path, contents));
        return new TargetEntries(
                source, target, path, listed.map(Tree.Contents::entries).orElse(List.of()));
    }

    private void noticeSize() {
        try {
            walk.check(mostEntries);
        } catch (TreeTooLargeException e) {
            if (problems.stream().noneMatch(problem -> problem.why() instanceof TreeTooLargeException)) {
                problems.add(new Plan.Problem("", e));
            }
        }
    }

    private void notice(String path, Tree.Contents contents) {
        IOException gap = contents.gap();
        if (gap != null) {
            problems.add(new Plan.Problem(path, gap));
        }
    }

    /** What transfers have left is neither copied nor, wherever it comes from, deleted. */
    static boolean isTemporary(Entry entry) {
        return !entry.isFolder() && TemporaryName.isTemporary(entry.name());
    }
}
