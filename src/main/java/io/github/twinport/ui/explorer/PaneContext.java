// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Dialogs;
import java.util.function.Consumer;

/**
 * What both panes of a window share.
 *
 * @param dialogs asks the user
 * @param messages the texts
 * @param formats sizes and times
 * @param hold what is dragged between the panes
 * @param transfers takes what the user wants on the other side; called on the JavaFX thread
 */
public record PaneContext(
        Dialogs dialogs, Messages messages, Formats formats, DragHold hold, Consumer<TransferIntent> transfers) {}
