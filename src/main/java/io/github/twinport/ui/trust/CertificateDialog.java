// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import atlantafx.base.theme.Styles;
import io.github.twinport.ftp.tls.TrustDecision;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.DialogFrame;
import io.github.twinport.ui.fx.Icons;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Asks about a certificate in a window of its own, which blocks the main window. */
public final class CertificateDialog implements CertificateAsker {

    private final Supplier<Window> owner;
    private final Messages messages;
    private final Formats formats;

    /**
     * Dialogs of one window.
     *
     * @param owner the window that waits for the answers, asked for when a dialog opens
     * @param messages the texts
     * @param formats how times are written
     */
    public CertificateDialog(Supplier<Window> owner, Messages messages, Formats formats) {
        this.owner = owner;
        this.messages = messages;
        this.formats = formats;
    }

    @Override
    public TrustDecision ask(CertificateQuestion question) {
        CertificateText text = new CertificateText(question, messages, formats);
        ButtonType once = new ButtonType(messages.text("trust.once"), ButtonData.OTHER);
        ButtonType always = new ButtonType(messages.text("trust.always"), ButtonData.OTHER);
        ButtonType reject = new ButtonType(messages.text("trust.reject"), ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog =
                DialogFrame.create(owner.get(), "certificate-dialog", messages.text("trust.window"), text.title());
        DialogPane pane = dialog.getDialogPane();
        pane.getStyleClass().add("certificate-dialog");
        pane.setGraphic(
                question.changed()
                        ? Icons.of(Feather.ALERT_OCTAGON, "dialog-icon", Styles.DANGER)
                        : Icons.of(Feather.SHIELD, "dialog-icon", Styles.WARNING));
        pane.setContent(new CertificateDetails(text, messages));
        pane.getButtonTypes().addAll(once, always, reject);
        DialogFrame.button(pane, once, "certificate-once");
        DialogFrame.button(pane, always, "certificate-always");
        Button safe = DialogFrame.button(pane, reject, "certificate-reject");
        safe.setDefaultButton(true);
        if (question.changed()) {
            pane.lookupButton(once).getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.DANGER);
            pane.lookupButton(always).getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.DANGER);
        }
        DialogFrame.focusOnceShown(dialog, safe);
        ButtonType answer = dialog.showAndWait().orElse(reject);
        if (answer == once) {
            return TrustDecision.ONCE;
        }
        return answer == always ? TrustDecision.ALWAYS : TrustDecision.REJECT;
    }
}
