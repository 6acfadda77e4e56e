// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import io.github.twinport.ftp.Security;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import io.github.twinport.ui.fx.Controls;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** The first page of the site form, which is all that most sites need: where it is and who logs in. */
final class GeneralPage {

    private final Messages messages;
    private final FormGrid grid;
    private final TextField name;
    private final TextField folder;
    private final ComboBox<Security> security;
    private final TextField host;
    private final TextField port;
    private final CheckBox anonymous;
    private final TextField user;
    private final PasswordField password = new PasswordField();
    private final Button forget;
    private final TextField localFolder;
    private final TextField remoteFolder;
    private long id = Site.UNSAVED;

    GeneralPage(Messages messages, Runnable changed) {
        this.messages = messages;
        grid = new FormGrid(messages, changed);
        name = grid.field("site-name", "sites.name");
        folder = grid.field("site-folder", "sites.folder");
        security = grid.choice("site-protocol", "sites.protocol", value -> messages.text("protocol." + value.name()));
        host = grid.field("site-host", "sites.host");
        port = grid.field("site-port", "sites.port");
        anonymous = grid.tick("site-anonymous", "sites.login", "sites.anonymous");
        user = grid.field("site-user", "sites.user");
        forget = Controls.button("site-password-forget", messages.text("sites.password.forget"));
        forget.setMinWidth(Region.USE_PREF_SIZE);
        grid.add("site-password", "sites.password", password, forget);
        localFolder = grid.field("site-local-folder", "sites.localFolder");
        remoteFolder = grid.field("site-remote-folder", "sites.remoteFolder");
        security.getItems().setAll(Security.EXPLICIT_TLS, Security.IMPLICIT_TLS, Security.PLAIN);
        folder.setPromptText(messages.text("sites.folder.prompt"));
        remoteFolder.setPromptText(messages.text("sites.remoteFolder.prompt"));
        localFolder.setPromptText(messages.text("sites.localFolder.prompt"));
        port.setMaxWidth(Region.USE_PREF_SIZE);
        port.setPrefColumnCount(6);
        user.disableProperty().bind(anonymous.selectedProperty());
        password.disableProperty().bind(anonymous.selectedProperty());
        showSaved(false);
        security.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                port.setPromptText(Integer.toString(chosen.defaultPort()));
            }
        });
    }

    String title() {
        return messages.text("sites.page.general");
    }

    FormGrid view() {
        return grid;
    }

    /** How the control connection is protected. */
    ReadOnlyObjectProperty<Security> securityProperty() {
        return security.valueProperty();
    }

    void show(SiteInput input) {
        id = input.id();
        name.setText(input.name());
        folder.setText(input.folder());
        security.setValue(input.security());
        host.setText(input.host());
        port.setText(input.port());
        anonymous.setSelected(input.anonymous());
        user.setText(input.user());
        localFolder.setText(input.localFolder());
        remoteFolder.setText(input.remoteFolder());
    }

    Map<String, String> problems() {
        return input().problems(messages);
    }

    Site site() {
        return input().site();
    }

    /** The password to save, empty to leave what is saved. */
    String password() {
        return password.getText();
    }

    /** Shows whether a password is saved; what was typed is not shown any more. */
    void showSaved(boolean saved) {
        password.clear();
        password.setPromptText(messages.text(saved ? "sites.password.saved" : "sites.password.none"));
        forget.setVisible(saved);
        forget.setManaged(saved);
    }

    void onForget(Runnable action) {
        forget.setOnAction(pressed -> action.run());
    }

    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    private SiteInput input() {
        return new SiteInput(
                id,
                name.getText(),
                folder.getText(),
                security.getValue(),
                host.getText(),
                port.getText(),
                anonymous.isSelected(),
                user.getText(),
                localFolder.getText(),
                remoteFolder.getText());
    }
}
