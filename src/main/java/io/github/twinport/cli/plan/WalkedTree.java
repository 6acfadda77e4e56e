// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import io.github.twinport.files.Entry;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.transfer.TreeWalk;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;

/** A tree of which is noted how far it was looked at, for it may have no end. */
record WalkedTree(Tree tree, TreeWalk walk, long mostEntries) implements Tree {

    @Override
    public Optional<Contents> list(String path) throws IOException {
        walk.check(mostEntries);
        walk.enter((int) path.chars().filter(c -> c == '/').count() + 1);
        try {
            Optional<Contents> listed = tree.list(path);
            listed.ifPresent(contents -> walk.found(contents.entries().size()));
            return listed;
        } catch (FtpException.TooDeep e) {
            walk.tooDeep();
            throw e;
        }
    }

    @Override
    public String nameElsewhere(String name, Predicate<String> isThere) {
        return tree.nameElsewhere(name, isThere);
    }

    @Override
    public Optional<Entry> follow(String path, Entry link) throws IOException {
        return tree.follow(path, link);
    }

    @Override
    public Optional<Entry> look(String path, Entry source) throws IOException {
        return tree.look(path, source);
    }
}
