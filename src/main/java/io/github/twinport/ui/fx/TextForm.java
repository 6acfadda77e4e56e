// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.fx;

import atlantafx.base.theme.Styles;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The field of a {@link TextQuestion} with what is wrong with its text underneath. */
final class TextForm extends VBox {

    /** What stands below the field is no problem. */
    private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");

    private final TextField field = new TextField();
    private final StringBinding problem;

    TextForm(TextQuestion question) {
        field.setId("dialog-field");
        field.setText(question.initial());
        // Taking the focus selects all; what the question wants selected comes after that.
        field.focusedProperty().subscribe(focused -> {
            if (focused) {
                Platform.runLater(() -> field.selectRange(question.selected(), 0));
            }
        });
        Label label = new Label(question.label());
        label.setLabelFor(field);
        problem = Bindings.createStringBinding(
                () -> question.problem().apply(field.getText()).orElse(""), field.textProperty());
        Label hint = new Label();
        hint.setId("dialog-problem");
        hint.getStyleClass().addAll(Styles.TEXT_SMALL, "dialog-problem");
        hint.setWrapText(true);
        StringBinding words = Bindings.createStringBinding(
                () -> problem.get().isEmpty() ? question.note().apply(field.getText()) : problem.get(), problem);
        problem.subscribe(now -> hint.pseudoClassStateChanged(NOTE, now.isEmpty()));
        hint.textProperty().bind(words);
        field.accessibleHelpProperty().bind(words);
        getStyleClass().add("text-form");
        getChildren().addAll(label, field, hint);
    }

    BooleanBinding acceptable() {
        return Bindings.createBooleanBinding(
                () -> !field.getText().isBlank() && problem.get().isEmpty(), field.textProperty(), problem);
    }

    String text() {
        return field.getText();
    }

    TextField field() {
        return field;
    }
}
