// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.log;

import io.github.twinport.event.ProtocolLine;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One line of the log: time, connection, mark, text, and of a refusal what its code means. */
final class LogCell extends ListCell<ProtocolLine> {

    private final LogText text;
    private final ReplyMeanings meanings;
    private final Label time = part("log-time");
    private final Label connection = part("log-connection");
    private final Label mark = part("log-mark");
    private final Label words = part("log-text");
    private final Label meaning = part("log-meaning");
    private final HBox line = new HBox(time, connection, mark, words, meaning);
    private final Tooltip tip = new Tooltip();
    private String kindClass = "";

    LogCell(LogText text, ReplyMeanings meanings) {
        this.text = text;
        this.meanings = meanings;
        line.getStyleClass().add("log-line");
        getStyleClass().add("log-cell");
    }

    private static Label part(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setMnemonicParsing(false);
        return label;
    }

    @Override
    protected void updateItem(@Nullable ProtocolLine item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().remove(kindClass);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        kindClass = "log-" + item.kind().name().toLowerCase(Locale.ROOT);
        getStyleClass().add(kindClass);
        show(item);
        setGraphic(line);
    }

    private void show(ProtocolLine item) {
        time.setText(text.time(item));
        connection.setText(LogText.connection(item));
        mark.setText(LogText.mark(item.kind()));
        words.setText(text.text(item));
        String code = meanings.of(item);
        boolean refused = code != null && item.kind() == ProtocolLine.Kind.REFUSAL;
        meaning.setText(refused ? code : "");
        meaning.setVisible(refused);
        tip.setText(code);
        setTooltip(code == null ? null : tip);
        setAccessibleText(code == null ? words.getText() : words.getText() + ", " + code);
    }
}
