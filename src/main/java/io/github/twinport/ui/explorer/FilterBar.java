// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import atlantafx.base.controls.CustomTextField;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Icons;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** The quick filter: shown while it is in use. */
final class FilterBar extends HBox {

    private final CustomTextField field = new CustomTextField();
    private final Runnable done;

    FilterBar(ExplorerModel model, Messages messages, String id, Runnable done) {
        this.done = done;
        getStyleClass().add("filter-bar");
        field.setId(id + "-filter");
        field.setPromptText(messages.text("explorer.filter.prompt"));
        field.setAccessibleText(messages.text("explorer.filter"));
        field.setLeft(Icons.of(Feather.SEARCH));
        field.textProperty().bindBidirectional(model.filterProperty());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        Button close = Controls.iconButton(id + "-filter-close", Feather.X, messages.text("explorer.filter.close"));
        close.setOnAction(click -> close());
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(field, close);
        show(false);
        model.filterProperty().subscribe(text -> {
            if (text.isEmpty() && !field.isFocused()) {
                show(false);
            }
        });
    }

    void open() {
        show(true);
        field.requestFocus();
        field.selectAll();
    }

    void close() {
        field.clear();
        show(false);
        done.run();
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
            event.consume();
            done.run();
        }
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }
}
