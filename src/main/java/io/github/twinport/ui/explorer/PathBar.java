// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Controls;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where a pane is: a line of folders to click on, or the path as text to type. */
final class PathBar extends HBox {

    private final ExplorerModel model;
    private final String id;
    private final Runnable done;
    private final CrumbLine crumbs;
    private final TextField field = new TextField();
    private final Button edit;

    /**
     * The path of a model.
     *
     * @param id what the ids of the controls begin with
     * @param done what happens when the typing has ended
     */
    PathBar(ExplorerModel model, Messages messages, String id, Runnable done) {
        this.model = model;
        this.id = id;
        this.done = done;
        getStyleClass().add("path-bar");
        crumbs = new CrumbLine(id, messages.text("explorer.path.more"), folder -> {
            model.goTo(folder);
            done.run();
        });
        field.setId(id + "-path");
        field.setAccessibleText(messages.text("explorer.path"));
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                showField(false);
            }
        });
        edit = Controls.iconButton(id + "-edit-path", Feather.EDIT_3, PaneCommand.EDIT_PATH.textWithKeys(messages));
        edit.setOnAction(click -> edit());
        StackPane line = new StackPane(crumbs, field);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setMinWidth(0);
        getChildren().addAll(line, edit);
        showField(false);
        model.locationProperty().subscribe(this::show);
    }

    /** Lets the user type the path. */
    void edit() {
        Location folder = model.locationProperty().get();
        if (!(model.stateProperty().get() instanceof PaneState.Detached)) {
            field.setText(folder == null ? "" : folder.text());
            showField(true);
            field.requestFocus();
            field.selectAll();
        }
    }

    private void show(@Nullable Location folder) {
        crumbs.show(folder == null ? List.of() : folder.trail(), id);
        edit.setDisable(folder == null);
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            String path = field.getText();
            leave();
            model.goToTyped(path);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            leave();
        }
    }

    private void leave() {
        showField(false);
        done.run();
    }

    private void showField(boolean typing) {
        field.setVisible(typing);
        crumbs.setVisible(!typing);
    }
}
