// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import java.nio.file.Path;
import java.util.List;

/** What the user wants to have on the other side. Immutable; any thread. */
public sealed interface TransferIntent {

    /** The folder into which it goes. */
    Location target();

    /**
     * Entries of one pane, dragged or sent to the folder of the other.
     *
     * @param source the folder that holds them
     * @param entries what to transfer
     * @param target a folder of the other side
     */
    record Entries(Location source, List<Entry> entries, Location target) implements TransferIntent {

        /** Keeps a copy of the list. */
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Files of this computer that came from another program.
     *
     * @param files files and folders, absolute; not looked at yet
     * @param target a folder of the server
     */
    record Files(List<Path> files, Location.RemoteFolder target) implements TransferIntent {

        /** Keeps a copy of the list. */
        public Files {
            files = List.copyOf(files);
        }
    }
}
