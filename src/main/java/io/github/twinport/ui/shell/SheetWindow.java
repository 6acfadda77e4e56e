// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.DialogFrame;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/** Shows something to read in a window of its own, closed by Escape or Enter. */
final class SheetWindow {

    private SheetWindow() {}

    static void show(Window owner, String id, String title, Node content, Messages messages) {
        Dialog<ButtonType> dialog = DialogFrame.create(owner, id, title.replace("…", ""), "");
        dialog.setHeaderText(null);
        dialog.getDialogPane().getStyleClass().add("sheet-dialog");
        dialog.getDialogPane().setContent(content);
        ButtonType close = new ButtonType(messages.text("dialogs.close"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().add(close);
        Button closing = DialogFrame.button(dialog.getDialogPane(), close, "sheet-close");
        closing.setDefaultButton(true);
        DialogFrame.focusOnceShown(dialog, closing);
        dialog.showAndWait();
    }
}
