// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folders into which downloads write, each opened once for all that come into it, and closed a moment after the last
 * one so that a disk can be taken away. Any thread.
 */
final class HeldFolders {

    private static final Logger LOG = System.getLogger(HeldFolders.class.getName());
    private static final long MOMENT = Duration.ofSeconds(1).toNanos();

    /** More than these are not kept open without use. */
    private static final int MOST = 16;

    /** The same folder may be the user's own for one job, and below a link for another. */
    private record Key(LinkGuard guard, Path path) {}

    private final Delays delays;
    private final Map<Key, HeldFolder> held = new HashMap<>();
    private boolean closing;

    HeldFolders(Delays delays) {
        this.delays = delays;
    }

    /**
     * Holds a folder, which is made when it does not exist; blocks on the disk.
     *
     * @throws LinkInTheWayException when a link stands on the way to it
     */
    HeldFolder hold(LinkGuard guard, Path path) throws IOException {
        Key key = new Key(guard, path);
        HeldFolder known = take(key);
        if (known != null) {
            if (known.isInPlace()) {
                return known;
            }
            synchronized (held) {
                held.remove(key, known);
            }
            release(known);
        }
        HeldFolder opened = HeldFolder.open(guard, path);
        synchronized (held) {
            opened.users = 1;
            held.putIfAbsent(key, opened);
        }
        return opened;
    }

    private @Nullable HeldFolder take(Key key) {
        synchronized (held) {
            HeldFolder known = held.get(key);
            if (known != null) {
                known.users++;
            }
            return known;
        }
    }

    /** An attempt that held the folder has ended. */
    void release(HeldFolder folder) {
        synchronized (held) {
            folder.users--;
            if (folder.users > 0) {
                return;
            }
            Key key = new Key(folder.guard(), folder.path());
            if (held.get(key) != folder || held.size() > MOST) {
                held.remove(key, folder);
                close(folder);
            } else if (!closing) {
                closing = true;
                delays.after(MOMENT, this::closeUnused);
            }
        }
    }

    private void closeUnused() {
        synchronized (held) {
            closing = false;
            for (Iterator<HeldFolder> all = held.values().iterator(); all.hasNext(); ) {
                HeldFolder folder = all.next();
                if (folder.users == 0) {
                    all.remove();
                    close(folder);
                }
            }
        }
    }

    private static void close(HeldFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a folder was not closed", e);
        }
    }
}
