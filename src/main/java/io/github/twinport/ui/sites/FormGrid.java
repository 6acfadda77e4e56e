// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Rows of labels and controls, with what is wrong underneath each control. Tells of every change. */
final class FormGrid extends GridPane {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    /** As wide as the longest label, so that nothing moves between the pages. */
    private static final double LABEL_WIDTH = 124;

    private final Messages messages;
    private final Runnable changed;
    private final Map<String, Label> hints = new HashMap<>();
    private final Map<String, Control> controls = new HashMap<>();
    private final Map<Control, Label> labels = new HashMap<>();
    private int rows;

    /**
     * An empty grid.
     *
     * @param messages the texts
     * @param changed is run after each change of a control's value
     */
    FormGrid(Messages messages, Runnable changed) {
        this.messages = messages;
        this.changed = changed;
        getStyleClass().add("site-form");
        ColumnConstraints labelled = new ColumnConstraints(LABEL_WIDTH, USE_COMPUTED_SIZE, USE_COMPUTED_SIZE);
        getColumnConstraints().addAll(labelled, new ColumnConstraints());
    }

    /** A row with a text field. */
    TextField field(String id, String label) {
        TextField field = watched(id, new TextField());
        row(label, field, withHint(field));
        return field;
    }

    /** A row with something beside its text field. */
    TextField field(String id, String label, Function<TextField, Node> together) {
        TextField field = watched(id, new TextField());
        row(label, field, withHint(field, together.apply(field)));
        return field;
    }

    /** A row with a field that has always something to take, and something beside it. */
    void add(String id, String label, TextField field, Node beside) {
        field.setId(id);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox both = new HBox(field, beside);
        both.getStyleClass().add("site-range");
        row(label, field, both);
    }

    /** A text field that becomes part of another one's row; what is wrong with it is told there. */
    TextField watched(String id, TextField field) {
        field.setId(id);
        field.textProperty().subscribe((before, now) -> changed.run());
        controls.put(id, field);
        return field;
    }

    /** A row with a field of several lines. */
    TextArea lines(String id, String label, int count) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setPrefRowCount(count);
        area.setPrefColumnCount(20);
        area.textProperty().subscribe((before, now) -> changed.run());
        // A tab is of no use in a command, and the keyboard has to get out again.
        area.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
                area.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                key.consume();
            }
        });
        row(label, area, withHint(area));
        return area;
    }

    /** A row with a list to choose from. */
    <T> ComboBox<T> choice(String id, String label, Function<T, String> name) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setId(id);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new Named<>(name));
        choice.valueProperty().subscribe((before, now) -> changed.run());
        row(label, choice, withHint(choice));
        return choice;
    }

    /** A row with a box to tick. */
    CheckBox tick(String id, String label, String text) {
        CheckBox box = new CheckBox(messages.text(text));
        box.setId(id);
        box.setMnemonicParsing(false);
        box.setWrapText(true);
        box.selectedProperty().subscribe((before, now) -> changed.run());
        row(label, box, box);
        return box;
    }

    /** A sentence under the row above. */
    Label note(String text) {
        Label note = new Label(messages.text(text));
        note.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "site-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        add(note, 1, rows++);
        return note;
    }

    /** Shows the row of a control or leaves it out. */
    void showRow(Control control, boolean shown) {
        Objects.requireNonNull(labels.get(control)).setVisible(shown);
    }

    /** The line that a part of the page begins with. */
    void heading(String text) {
        Label heading = new Label(messages.text(text));
        heading.getStyleClass().addAll(Styles.TEXT_BOLD, "site-heading");
        add(heading, 0, rows++, 2, 1);
    }

    /** Shows what is wrong, by the ids of controls, and nothing else; whether something of it is here. */
    boolean showProblems(Map<String, String> problems) {
        boolean wrong = false;
        for (Map.Entry<String, Control> control : controls.entrySet()) {
            String problem = problems.getOrDefault(control.getKey(), "");
            control.getValue().pseudoClassStateChanged(WRONG, !problem.isEmpty());
            control.getValue().setAccessibleHelp(problem);
            Label hint = hints.get(control.getKey());
            if (hint != null) {
                hint.setText(problem);
            }
            wrong |= !problem.isEmpty();
        }
        return wrong;
    }

    private void row(String label, Control control, Node content) {
        Label name = new Label(messages.text(label));
        name.setLabelFor(control);
        name.setMinWidth(Region.USE_PREF_SIZE);
        controls.put(Objects.requireNonNull(control.getId()), control);
        labels.put(control, name);
        name.managedProperty().bind(name.visibleProperty());
        content.managedProperty().bind(content.visibleProperty());
        content.visibleProperty().bind(name.visibleProperty());
        addRow(rows++, name, content);
        // Beside the first line: what is wrong, or text that wraps, must not move the label.
        setValignment(name, VPos.TOP);
        if (!(control instanceof CheckBox)) {
            name.getStyleClass().add("site-field-label");
        }
        setHgrow(content, Priority.ALWAYS);
    }

    private VBox withHint(Control control) {
        control.setMaxWidth(Double.MAX_VALUE);
        return withHint(control, control);
    }

    private VBox withHint(Control control, Node shown) {
        Label hint = new Label();
        hint.setId(control.getId() + "-problem");
        hint.getStyleClass().addAll(Styles.TEXT_SMALL, "problem");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        hints.put(Objects.requireNonNull(control.getId()), hint);
        return new VBox(shown, hint);
    }

    /** Shows values by their names; what cannot be chosen by its name is not changed. */
    private static final class Named<T> extends StringConverter<T> {
        private final Function<T, String> name;

        Named(Function<T, String> name) {
            this.name = name;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : name.apply(value);
        }

        @Override
        public @Nullable T fromString(String text) {
            return null;
        }
    }
}
