// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.ui.explorer.Location.LocalFolder;
import io.github.twinport.ui.explorer.Location.RemoteFolder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a drop means. */
final class DropRules {

    private DropRules() {}

    /**
     * The folder into which a drop on a row goes: the row's, or the one that the pane shows.
     *
     * @param row what is under the mouse, null for the empty part of a pane
     */
    static Location target(Location folder, @Nullable Row row) {
        return row != null && row.entry().isFolder() ? folder.child(row.entry().name()) : folder;
    }

    /**
     * What dropping means; empty where it is refused: within one side, which would be no transfer, and files of another
     * program on this computer's pane, which its file manager copies.
     */
    static Optional<TransferIntent> intent(Dragged dragged, Location target) {
        return switch (dragged) {
            case Dragged.Entries drag ->
                drag.entries().isEmpty() || isSameSide(drag.folder(), target)
                        ? Optional.empty()
                        : Optional.of(new TransferIntent.Entries(drag.folder(), drag.entries(), target));
            case Dragged.Files drag ->
                target instanceof RemoteFolder remote && !drag.files().isEmpty()
                        ? Optional.of(new TransferIntent.Files(drag.files(), remote))
                        : Optional.empty();
        };
    }

    private static boolean isSameSide(Location one, Location other) {
        return (one instanceof LocalFolder) == (other instanceof LocalFolder);
    }
}
