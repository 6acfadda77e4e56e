// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.DialogFrame;
import io.github.twinport.ui.fx.Icons;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Asks for the master password in a window of its own, which blocks the main window. */
public final class MasterDialog implements MasterPrompt {

    private final Supplier<Window> owner;
    private final Messages messages;

    /**
     * Dialogs of one window.
     *
     * @param owner the window that waits for the answers, asked for when a dialog opens
     * @param messages the texts
     */
    public MasterDialog(Supplier<Window> owner, Messages messages) {
        this.owner = owner;
        this.messages = messages;
    }

    @Override
    public Optional<char[]> unlock(boolean wrong) {
        return ask(
                "master.unlock.title",
                "master.unlock",
                "master.without",
                new MasterForm(messages, "master.unlock.text", false, wrong ? "master.wrong" : null));
    }

    @Override
    public Optional<char[]> create() {
        return ask(
                "master.create.title",
                "master.create",
                "dialogs.cancel",
                new MasterForm(messages, "master.create.text", true, null));
    }

    private Optional<char[]> ask(String title, String agree, String decline, MasterForm form) {
        ButtonType ok = new ButtonType(messages.text(agree), ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(messages.text(decline), ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog =
                DialogFrame.create(owner.get(), "master-dialog", messages.text("master.window"), messages.text(title));
        DialogPane pane = dialog.getDialogPane();
        pane.setGraphic(Icons.of(Feather.KEY, "dialog-icon", Styles.ACCENT));
        pane.setContent(form);
        pane.getButtonTypes().addAll(ok, cancel);
        Button agreeing = DialogFrame.button(pane, ok, "master-agree");
        agreeing.disableProperty().bind(form.acceptable().not());
        DialogFrame.button(pane, cancel, "master-cancel");
        DialogFrame.focusOnceShown(dialog, form.first());
        Optional<char[]> answer = dialog.showAndWait().filter(ok::equals).map(agreed -> form.password());
        form.forget();
        return answer;
    }
}
