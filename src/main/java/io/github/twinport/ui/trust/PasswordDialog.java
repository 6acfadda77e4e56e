// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import atlantafx.base.theme.Styles;
import io.github.twinport.files.EntryName;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.DialogFrame;
import io.github.twinport.ui.fx.Icons;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Asks for user and password in a window of its own, which blocks the main window. */
public final class PasswordDialog implements PasswordPrompt {

    private final Supplier<Window> owner;
    private final Messages messages;

    /**
     * Dialogs of one window.
     *
     * @param owner the window that waits for the answers, asked for when a dialog opens
     * @param messages the texts
     */
    public PasswordDialog(Supplier<Window> owner, Messages messages) {
        this.owner = owner;
        this.messages = messages;
    }

    @Override
    public Optional<Answer> ask(PasswordQuestion question) {
        ButtonType connect = new ButtonType(messages.text("password.connect"), ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(messages.text("dialogs.cancel"), ButtonData.CANCEL_CLOSE);
        PasswordForm form = new PasswordForm(question, messages);
        Dialog<ButtonType> dialog =
                DialogFrame.create(owner.get(), "password-dialog", messages.text("password.window"), title(question));
        DialogPane pane = dialog.getDialogPane();
        pane.setGraphic(Icons.of(Feather.KEY, "dialog-icon", Styles.ACCENT));
        pane.setContent(form);
        pane.getButtonTypes().addAll(connect, cancel);
        Button agree = DialogFrame.button(pane, connect, "password-connect");
        agree.disableProperty().bind(Bindings.createBooleanBinding(form::isEmpty, form.userProperty()));
        DialogFrame.button(pane, cancel, "password-cancel");
        DialogFrame.focusOnceShown(dialog, form.firstEmpty());
        Optional<Answer> answer = dialog.showAndWait().filter(connect::equals).map(agreed -> form.answer());
        form.forget();
        return answer;
    }

    private String title(PasswordQuestion question) {
        String server = EntryName.escaped(question.server().hostAndPort());
        return switch (question.subject()) {
            case LOGIN -> messages.text("password.title", server);
            case PROXY -> messages.text("password.title.proxy", server);
            case CERTIFICATE -> messages.text("password.title.certificate", server);
        };
    }
}
