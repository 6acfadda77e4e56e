// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.transfer.Explanation;
import org.jspecify.annotations.Nullable;

/** What a pane is doing. Immutable. */
public sealed interface PaneState {

    /** There is no side to show: no server is connected. */
    record Detached() implements PaneState {}

    /**
     * A folder is being read.
     *
     * @param folder which one; null while the first is still being asked for
     */
    record Loading(@Nullable Location folder) implements PaneState {}

    /** The folder of {@link ExplorerModel#locationProperty} is shown whole. */
    record Ready() implements PaneState {}

    /**
     * The folder could not be read.
     *
     * @param why what happened and what to do
     */
    record Failed(Explanation why) implements PaneState {}
}
