// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import atlantafx.base.theme.Styles;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.ui.trust.PasswordQuestion.Subject;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The fields of the password dialog, with the reason why the last attempt was refused above them. */
final class PasswordForm extends VBox {

    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final CheckBox remember = new CheckBox();

    PasswordForm(PasswordQuestion question, Messages messages) {
        getStyleClass().add("password-form");
        Explanation refusal = question.refusal();
        if (refusal != null) {
            Label reason = new Label(refusal.what() + " " + refusal.advice());
            reason.setId("password-refusal");
            reason.setWrapText(true);
            reason.setMinHeight(Region.USE_PREF_SIZE);
            reason.getStyleClass().addAll("problem", Styles.DANGER);
            getChildren().add(reason);
        }
        user.setId("password-user");
        user.setText(question.user());
        password.setId("password-field");
        boolean certificate = question.subject() == Subject.CERTIFICATE;
        user.setEditable(question.subject() == Subject.LOGIN);
        user.setFocusTraversable(user.isEditable());
        Label userLabel = new Label(messages.text(certificate ? "password.file" : "password.user"));
        userLabel.setLabelFor(user);
        Label passwordLabel = new Label(messages.text("password.password"));
        passwordLabel.setLabelFor(password);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form-grid");
        grid.addRow(0, userLabel, user);
        grid.addRow(1, passwordLabel, password);
        GridPane.setHgrow(user, Priority.ALWAYS);
        GridPane.setHgrow(password, Priority.ALWAYS);
        remember.setId("password-remember");
        remember.setMnemonicParsing(false);
        remember.setText(messages.text("password.remember"));
        getChildren().addAll(grid, remember);
    }

    StringProperty userProperty() {
        return user.textProperty();
    }

    boolean isEmpty() {
        return user.getText().isBlank();
    }

    PasswordPrompt.Answer answer() {
        return new PasswordPrompt.Answer(
                new Credentials(user.getText().strip(), password.getText()), remember.isSelected());
    }

    TextField firstEmpty() {
        return user.getText().isBlank() ? user : password;
    }

    void forget() {
        password.clear();
    }
}
