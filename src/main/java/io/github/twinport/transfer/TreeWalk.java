// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.FtpException.TooDeep;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far somebody has come in a tree that may have no end, as where a server shows a folder inside itself, or where links
 * multiply it. Deep folders are looked at before those beside them, so that an end in depth is soon found to be missing. Any
 * thread.
 */
public final class TreeWalk {

    /** So many entries are looked at when nobody has said otherwise. */
    public static final long MOST_ENTRIES = 5_000_000;

    /** No real folder lies deeper. */
    private static final int DEEPEST = 256;

    /** A tree with so many folders that are too deep is given up: with each level there may be twice as many. */
    private static final int MOST_TOO_DEEP = 10;

    private final AtomicLong entries = new AtomicLong();
    private final AtomicInteger tooDeep = new AtomicInteger();

    /** A walk at its beginning. */
    public TreeWalk() {}

    /**
     * Goes into a folder.
     *
     * @param levels how many folders lie above it, itself included
     * @throws TooDeep when it lies deeper than any real one
     */
    public void enter(int levels) throws TooDeep {
        if (levels > DEEPEST) {
            tooDeep();
            throw new TooDeep(levels);
        }
    }

    /** Takes note of a folder that lies too deep to be listed. */
    public void tooDeep() {
        tooDeep.incrementAndGet();
    }

    /** Takes note of entries that were found in a folder. */
    public void found(long more) {
        entries.addAndGet(more);
    }

    /** Whether nothing more of the tree is to be looked at, because more than so many entries were found or it has no end. */
    public boolean isOver(long most) {
        return entries.get() > most || tooDeep.get() >= MOST_TOO_DEEP;
    }

    /**
     * Fails when more than so many entries were found.
     *
     * @throws TreeTooLargeException when there are more
     */
    public void check(long most) throws TreeTooLargeException {
        if (entries.get() > most) {
            throw new TreeTooLargeException(most);
        }
    }
}
