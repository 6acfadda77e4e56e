// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import java.nio.file.Path;
import java.util.List;

/** What is being dragged. Immutable. */
sealed interface Dragged {

    /**
     * Entries of a pane.
     *
     * @param folder the folder that holds them
     * @param entries what is dragged
     */
    record Entries(Location folder, List<Entry> entries) implements Dragged {}

    /**
     * Files of another program.
     *
     * @param files their paths
     */
    record Files(List<Path> files) implements Dragged {}
}
