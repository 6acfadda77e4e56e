// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Conflict;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Chooses to which conflicts a decision applies; each choice says how many they are. */
final class ConflictScopes extends HBox {

    private final Messages messages;
    private final Formats formats;
    private final Map<ConflictScope, ToggleButton> toggles = new EnumMap<>(ConflictScope.class);
    private final ReadOnlyObjectWrapper<ConflictScope> scope = new ReadOnlyObjectWrapper<>(ConflictScope.SELECTED);

    ConflictScopes(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
        setId("conflict-scopes");
        ToggleGroup group = new ToggleGroup();
        for (ConflictScope each : ConflictScope.values()) {
            ToggleButton toggle = new ToggleButton();
            toggle.setId("conflict-scope-" + key(each));
            toggle.setToggleGroup(group);
            String tip = tip(each);
            toggle.setTooltip(new Tooltip(tip));
            toggle.setAccessibleHelp(tip);
            // A group lets its pressed button be released; one scope always holds.
            toggle.setOnAction(event -> choose(each));
            toggle.getStyleClass()
                    .add(
                            switch (each) {
                                case SELECTED -> Styles.LEFT_PILL;
                                case FOLDER, ALIKE -> Styles.CENTER_PILL;
                                case ALL -> Styles.RIGHT_PILL;
                            });
            toggles.put(each, toggle);
            getChildren().add(toggle);
        }
        scope.subscribe(chosen -> toggles.forEach((each, toggle) -> toggle.setSelected(each == chosen)));
    }

    /** What is chosen. */
    ReadOnlyObjectProperty<ConflictScope> scope() {
        return scope.getReadOnlyProperty();
    }

    void choose(ConflictScope chosen) {
        scope.set(chosen);
        toggles.forEach((each, toggle) -> toggle.setSelected(each == chosen));
    }

    /** Counts what each choice means now. */
    void count(List<Conflict> waiting, List<Conflict> selected) {
        toggles.forEach((each, toggle) -> {
            Predicate<Conflict> kind = each.around(selected);
            long number = each == ConflictScope.ALL
                    ? waiting.size()
                    : each == ConflictScope.SELECTED
                            ? selected.size()
                            : waiting.stream().filter(kind).count();
            toggle.setText(name(each) + " (" + formats.count(number) + ")");
        });
    }

    private String name(ConflictScope each) {
        return switch (each) {
            case SELECTED -> messages.text("conflict.scope.selected");
            case FOLDER -> messages.text("conflict.scope.folder");
            case ALIKE -> messages.text("conflict.scope.alike");
            case ALL -> messages.text("conflict.scope.all");
        };
    }

    private String tip(ConflictScope each) {
        return switch (each) {
            case SELECTED -> messages.text("conflict.scope.selected.tip");
            case FOLDER -> messages.text("conflict.scope.folder.tip");
            case ALIKE -> messages.text("conflict.scope.alike.tip");
            case ALL -> messages.text("conflict.scope.all.tip");
        };
    }

    private static String key(ConflictScope each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}
