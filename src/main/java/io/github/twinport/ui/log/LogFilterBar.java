// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.log;

import atlantafx.base.controls.CustomTextField;
import io.github.twinport.event.ProtocolLine.Kind;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Icons;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Text, connection and kinds of the lines that are shown. */
final class LogFilterBar extends HBox {

    private final LogModel model;
    private final Messages messages;
    private final CustomTextField text = new CustomTextField();
    private final ComboBox<Integer> connection = new ComboBox<>();
    private final Map<Kind, CheckMenuItem> kinds = new EnumMap<>(Kind.class);

    LogFilterBar(LogModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("log-filter-bar");
        getChildren().addAll(textField(), connectionBox(), kindsMenu());
    }

    private CustomTextField textField() {
        text.setId("log-filter");
        text.setPromptText(messages.text("log.filter"));
        text.setAccessibleText(messages.text("log.filter"));
        text.setLeft(Icons.of(Feather.SEARCH));
        text.textProperty().subscribe(this::apply);
        text.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !text.getText().isEmpty()) {
                text.clear();
                event.consume();
            }
        });
        return text;
    }

    private ComboBox<Integer> connectionBox() {
        connection.setId("log-connection");
        connection.setAccessibleText(messages.text("log.connection.all"));
        connection.setConverter(new ConnectionText());
        connection.getItems().add(LogFilter.ANY_CONNECTION);
        connection.setValue(LogFilter.ANY_CONNECTION);
        model.connections().addListener((ListChangeListener<Integer>) change -> offerConnections());
        connection.valueProperty().subscribe(this::apply);
        return connection;
    }

    private void offerConnections() {
        Integer chosen = connection.getValue();
        List<Integer> choices = new ArrayList<>();
        choices.add(LogFilter.ANY_CONNECTION);
        choices.addAll(model.connections());
        connection.getItems().setAll(choices);
        connection.setValue(choices.contains(chosen) ? chosen : Integer.valueOf(LogFilter.ANY_CONNECTION));
    }

    private MenuButton kindsMenu() {
        MenuButton menu = new MenuButton(messages.text("log.kinds"));
        menu.setId("log-kinds");
        menu.setMnemonicParsing(false);
        for (Kind kind : Kind.values()) {
            CheckMenuItem item = new CheckMenuItem(name(kind));
            item.setId("log-kind-" + kind.name().toLowerCase(Locale.ROOT));
            item.setMnemonicParsing(false);
            item.setSelected(true);
            item.selectedProperty().subscribe(this::apply);
            kinds.put(kind, item);
            menu.getItems().add(item);
        }
        return menu;
    }

    private String name(Kind kind) {
        return switch (kind) {
            case COMMAND -> messages.text("log.kind.command");
            case REPLY -> messages.text("log.kind.reply");
            case REFUSAL -> messages.text("log.kind.refusal");
            case NOTE -> messages.text("log.kind.note");
            case FAILURE -> messages.text("log.kind.failure");
        };
    }

    private void apply() {
        Set<Kind> shown = EnumSet.noneOf(Kind.class);
        kinds.forEach((kind, item) -> {
            if (item.isSelected()) {
                shown.add(kind);
            }
        });
        Integer number = connection.getValue();
        LogFilter latest = new LogFilter(text.getText(), number == null ? LogFilter.ANY_CONNECTION : number, shown);
        if (!latest.equals(model.filter())) {
            model.setFilter(latest);
        }
    }

    void focusText() {
        text.requestFocus();
        text.selectAll();
    }

    private final class ConnectionText extends StringConverter<Integer> {

        private ConnectionText() {}

        @Override
        public String toString(@Nullable Integer number) {
            return number == null || number == LogFilter.ANY_CONNECTION
                    ? messages.text("log.connection.all")
                    : messages.text("log.connection.one", Integer.toString(number));
        }

        @Override
        public Integer fromString(String string) {
            throw new UnsupportedOperationException("connections are chosen, not typed");
        }
    }
}
