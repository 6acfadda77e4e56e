// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import io.github.twinport.ui.fx.DialogFrame;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.trust.SavedPasswords;
import java.util.Optional;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Shows the list of saved sites in a window of its own, which blocks the main window. JavaFX thread only. */
public final class SiteManagerWindow {

    private final Window owner;
    private final SitesModel model;
    private final Messages messages;
    private final Dialogs dialogs;
    private final SavedPasswords passwords;
    private @Nullable Site chosen;

    /**
     * Made for one showing.
     *
     * @param owner the window that waits
     * @param model the sites
     * @param messages the texts
     * @param dialogs asks before a site is deleted
     * @param passwords keeps passwords of sites
     */
    public SiteManagerWindow(
            Window owner, SitesModel model, Messages messages, Dialogs dialogs, SavedPasswords passwords) {
        this.owner = owner;
        this.model = model;
        this.messages = messages;
        this.dialogs = dialogs;
        this.passwords = passwords;
    }

    /** Shows the window; answers the site to connect to, empty when the user only looked or changed. */
    public Optional<Site> show() {
        Dialog<ButtonType> dialog = DialogFrame.create(owner, "site-manager-dialog", messages.text("sites.window"), "");
        SiteManager manager = new SiteManager(model, messages, dialogs, passwords, site -> {
            chosen = site;
            dialog.close();
        });
        dialog.setHeaderText(null);
        dialog.getDialogPane().getStyleClass().add("site-manager-dialog");
        dialog.getDialogPane().setContent(manager);
        ButtonType close = new ButtonType(messages.text("dialogs.close"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().add(close);
        DialogFrame.button(dialog.getDialogPane(), close, "site-manager-close");
        DialogFrame.focusOnceShown(dialog, manager.list());
        model.reload();
        dialog.showAndWait();
        manager.dispose();
        return Optional.ofNullable(chosen);
    }
}
