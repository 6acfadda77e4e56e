// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.secrets.Vault;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The fields of the master password's dialog: one to unlock, two for a new one. */
final class MasterForm extends VBox {

    private final PasswordField first = new PasswordField();
    private final PasswordField second = new PasswordField();
    private final boolean twice;

    MasterForm(Messages messages, String text, boolean twice, @Nullable String problem) {
        this.twice = twice;
        getStyleClass().add("password-form");
        Label explanation = new Label(messages.text(text));
        explanation.setWrapText(true);
        explanation.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(explanation);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form-grid");
        add(grid, 0, first, "master-password", messages.text("master.password"));
        if (twice) {
            add(grid, 1, second, "master-again", messages.text("master.again"));
        }
        Label hint = new Label(problem == null ? "" : messages.text(problem));
        hint.setId("master-problem");
        hint.setWrapText(true);
        hint.getStyleClass().addAll("problem", Styles.DANGER);
        hint.setManaged(twice || problem != null);
        if (twice) {
            hint.textProperty()
                    .bind(Bindings.when(different())
                            .then(messages.text("master.different"))
                            .otherwise(""));
        }
        getChildren().addAll(grid, hint);
    }

    /** Whether there is something, and twice the same where it is asked for twice. */
    BooleanBinding acceptable() {
        if (!twice) {
            return first.textProperty().isNotEmpty();
        }
        return Bindings.createBooleanBinding(
                        () -> Vault.isEnough(first.getText().toCharArray()), first.textProperty())
                .and(first.textProperty().isEqualTo(second.textProperty()));
    }

    PasswordField first() {
        return first;
    }

    char[] password() {
        return first.getText().toCharArray();
    }

    void forget() {
        first.clear();
        second.clear();
    }

    private BooleanBinding different() {
        return second.textProperty().isNotEmpty().and(first.textProperty().isNotEqualTo(second.textProperty()));
    }

    private static void add(GridPane grid, int row, PasswordField field, String id, String text) {
        field.setId(id);
        Label label = new Label(text);
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(row, label, field);
        GridPane.setHgrow(field, Priority.ALWAYS);
    }
}
