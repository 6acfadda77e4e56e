// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.fx;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Explanation;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** The dialogs as windows that belong to, and block, one window of the application. */
public final class FxDialogs implements Dialogs {

    private final Window owner;
    private final Messages messages;

    /**
     * Dialogs of one window.
     *
     * @param owner the window that waits for the answers
     * @param messages the texts of the buttons
     */
    public FxDialogs(Window owner, Messages messages) {
        this.owner = owner;
        this.messages = messages;
    }

    @Override
    public boolean confirm(String title, String text, String action) {
        ButtonType agree = new ButtonType(action, ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = dialog(title, "confirm-dialog");
        DialogPane pane = dialog.getDialogPane();
        pane.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "dialog-icon", Styles.WARNING));
        pane.setContentText(text);
        ButtonType cancel = cancel();
        pane.getButtonTypes().addAll(agree, cancel);
        Button agreeing = DialogFrame.button(pane, agree, "dialog-agree");
        agreeing.setDefaultButton(false);
        agreeing.getStyleClass().add(Styles.DANGER);
        Button cancelling = DialogFrame.button(pane, cancel, "dialog-cancel");
        cancelling.setDefaultButton(true);
        DialogFrame.focusOnceShown(dialog, cancelling);
        return dialog.showAndWait().filter(agree::equals).isPresent();
    }

    @Override
    public Optional<String> askText(TextQuestion question) {
        ButtonType agree = new ButtonType(question.action(), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = dialog(question.title(), "text-dialog");
        DialogPane pane = dialog.getDialogPane();
        TextForm form = new TextForm(question);
        pane.setContent(form);
        pane.getButtonTypes().addAll(agree, cancel());
        DialogFrame.button(pane, agree, "dialog-agree")
                .disableProperty()
                .bind(form.acceptable().not());
        DialogFrame.focusOnceShown(dialog, form.field());
        return dialog.showAndWait().filter(agree::equals).map(agreed -> form.text());
    }

    @Override
    public void failure(Explanation explanation) {
        Dialog<ButtonType> dialog = dialog(explanation.what(), "failure-dialog");
        DialogPane pane = dialog.getDialogPane();
        pane.setGraphic(Icons.of(Feather.X_CIRCLE, "dialog-icon", Styles.DANGER));
        pane.setContentText(explanation.advice());
        ButtonType close = new ButtonType(messages.text("dialogs.close"), ButtonData.CANCEL_CLOSE);
        pane.getButtonTypes().add(close);
        Button closing = DialogFrame.button(pane, close, "dialog-close");
        closing.setDefaultButton(true);
        DialogFrame.focusOnceShown(dialog, closing);
        dialog.showAndWait();
    }

    private Dialog<ButtonType> dialog(String title, String id) {
        return DialogFrame.create(owner, id, title, title);
    }

    private ButtonType cancel() {
        return new ButtonType(messages.text("dialogs.cancel"), ButtonData.CANCEL_CLOSE);
    }
}
