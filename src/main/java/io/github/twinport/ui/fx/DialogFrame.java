// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.fx;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;

/** What all dialogs of the application have in common. JavaFX thread only. */
public final class DialogFrame {

    private DialogFrame() {}

    /**
     * A dialog without content and buttons.
     *
     * @param owner the window that it belongs to and blocks
     * @param id the id of its pane
     * @param title what the window's frame says
     * @param header what stands above the content
     */
    public static Dialog<ButtonType> create(Window owner, String id, String title, String header) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(header);
        dialog.setResizable(true);
        dialog.getDialogPane().setId(id);
        return dialog;
    }

    /** The button of a type that the dialog has, named for tests and style sheets; its text is shown as it is and whole. */
    public static Button button(DialogPane pane, ButtonType type, String id) {
        Button button = (Button) pane.lookupButton(type);
        button.setId(id);
        button.setMnemonicParsing(false);
        ButtonBar.setButtonUniformSize(button, false);
        return button;
    }

    /** Gives the focus to a node; a dialog focuses its first button only after it has told that it is shown. */
    public static void focusOnceShown(Dialog<?> dialog, Node node) {
        dialog.setOnShown(shown -> Platform.runLater(node::requestFocus));
    }
}
