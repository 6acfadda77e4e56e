// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Icons;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * One side of the window: where it is, what is there, and all that can be done with it. Used twice. The ids of its
 * controls begin with {@code local-} or {@code remote-}. Used on the JavaFX thread.
 */
public final class ExplorerPane extends VBox {

    /** A wait that is shorter than this shows no progress bar: it would only flicker. */
    private static final Duration PATIENCE = Duration.millis(250);

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final double MINIMUM_WIDTH = 290;

    private final ExplorerModel model;
    private final EntryTable table;
    private final Label title = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final PauseTransition progressDelay = new PauseTransition(PATIENCE);

    /**
     * Shows a model.
     *
     * @param model what to show
     * @param otherFolder the folder of the other pane, into which transfers go; its value is null while there is none
     * @param context what both panes share
     */
    public ExplorerPane(
            ExplorerModel model, ObservableValue<? extends @Nullable Location> otherFolder, PaneContext context) {
        this.model = model;
        Messages messages = context.messages();
        String id = model.side().name().toLowerCase(Locale.ROOT);
        setId(id + "-pane");
        getStyleClass().add("explorer-pane");
        setMinWidth(MINIMUM_WIDTH);

        table = new EntryTable(model, messages, context.formats());
        table.setId(id + "-table");
        PathBar path = new PathBar(model, messages, id, this::focusTable);
        FilterBar filter = new FilterBar(model, messages, id, this::focusTable);
        ExplorerCommands commands = new ExplorerCommands(
                model, otherFolder, context, new ExplorerCommands.View(table::selectAllRows, filter::open, path::edit));
        table.setPlaceholder(new PanePlaceholder(model, messages, id));
        table.setContextMenu(new PaneMenu(commands, messages, id));
        table.setOnMouseClicked(click -> open(click, commands));
        PaneKeys keys = new PaneKeys(model, commands, table);
        table.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressedInTable);
        table.addEventFilter(KeyEvent.KEY_TYPED, keys::typedInTable);
        addEventHandler(KeyEvent.KEY_PRESSED, keys::pressedInPane);
        new TableDrag(model, table, context);

        progress.setId(id + "-progress");
        progress.setAccessibleText(messages.text("explorer.loading"));
        progress.getStyleClass().addAll("pane-progress", Styles.SMALL);
        progress.setMaxWidth(Double.MAX_VALUE);
        progressDelay.setOnFinished(finished -> progress.setVisible(true));
        StackPane content = new StackPane(table, progress);
        StackPane.setAlignment(progress, Pos.TOP_CENTER);
        VBox.setVgrow(content, Priority.ALWAYS);

        title.setText(model.side() == Side.LOCAL ? messages.text("explorer.local") : messages.text("explorer.remote"));
        title.setId(id + "-title");
        table.accessibleTextProperty().bind(title.textProperty());
        getChildren()
                .addAll(
                        header(path),
                        new PaneToolbar(model, commands, messages, id),
                        filter,
                        content,
                        new StatusLine(model, messages, context.formats(), id));
        model.stateProperty().subscribe(this::showState);
        // Not :focus-within, which stays on after the focused button of a pane was disabled (seen with JavaFX 26.0.2).
        sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .subscribe(owner -> pseudoClassStateChanged(ACTIVE, isInside(owner)));
        model.failureProperty().subscribe(failure -> {
            if (failure != null) {
                context.dialogs().failure(failure);
            }
        });
    }

    /** Whose files these are, as the header says it; the shell sets the server's name. */
    public StringProperty titleProperty() {
        return title.textProperty();
    }

    /** Gives the focus to the table. */
    public void focusTable() {
        table.requestFocus();
    }

    private boolean isInside(@Nullable Node node) {
        Node inside = node;
        while (inside != null && !inside.equals(this)) {
            inside = inside.getParent();
        }
        return inside != null;
    }

    private HBox header(PathBar path) {
        title.getStyleClass().add("pane-title");
        title.setGraphic(Icons.of(model.side() == Side.LOCAL ? Feather.MONITOR : Feather.SERVER));
        title.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(path, Priority.ALWAYS);
        HBox header = new HBox(title, path);
        header.getStyleClass().add("pane-header");
        return header;
    }

    private void showState(PaneState state) {
        progress.setVisible(false);
        if (state instanceof PaneState.Loading) {
            progressDelay.playFromStart();
        } else {
            progressDelay.stop();
        }
    }

    private static void open(MouseEvent click, ExplorerCommands commands) {
        Row row = Rows.rowAt(click.getPickResult().getIntersectedNode());
        if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2 && row != null) {
            commands.open(row.entry());
        } else if (click.getButton() == MouseButton.BACK) {
            commands.run(PaneCommand.BACK);
        } else if (click.getButton() == MouseButton.FORWARD) {
            commands.run(PaneCommand.FORWARD);
        }
    }
}
