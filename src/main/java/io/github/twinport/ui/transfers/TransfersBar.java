// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Icons;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The views of the queue with their counts, and a button for each thing that can be done. */
final class TransfersBar extends ToolBar {

    private static final List<TransferAction> WITH_BUTTONS =
            Stream.of(TransferAction.values()).filter(TransferAction::hasButton).toList();

    private final TransfersModel model;
    private final Messages messages;
    private final Formats formats;
    private final Map<TransferAction, Button> actions = new EnumMap<>(TransferAction.class);
    private final Map<TransferView, ToggleButton> views = new EnumMap<>(TransferView.class);
    private final Button hold;
    private final Button clear;
    private final Button retryFailed;
    private final List<Node> turns = new ArrayList<>();

    TransfersBar(TransfersModel model, Messages messages, Formats formats, Consumer<TransferAction> perform) {
        this.model = model;
        this.messages = messages;
        this.formats = formats;
        for (TransferAction action : WITH_BUTTONS) {
            ActionLook look = ActionLook.of(action, messages);
            Button button = Controls.iconButton(look.id(), look.icon(), look.text());
            button.setTooltip(new Tooltip(look.textAndKey()));
            button.setOnAction(event -> perform.accept(action));
            actions.put(action, button);
        }
        ToggleButton open = Controls.iconToggle("transfers-open", Feather.LIST, messages.text("transfers.open"));
        open.selectedProperty().subscribe(model::setAllOpen);
        clear = Controls.iconButton("transfers-clear", Feather.CHECK_SQUARE, messages.text("transfers.clear"));
        clear.setOnAction(event -> model.removeFinished());
        retryFailed = Controls.button("transfers-retry-failed", messages.text("transfers.retryFailed"));
        retryFailed.setGraphic(Icons.of(Feather.ROTATE_CW));
        retryFailed.setContentDisplay(ContentDisplay.LEFT);
        retryFailed.getStyleClass().add(Styles.FLAT);
        retryFailed.setOnAction(event -> model.retryFailed());
        hold = Controls.button("transfers-hold", messages.text("transfers.hold"));
        hold.setContentDisplay(ContentDisplay.LEFT);
        hold.getStyleClass().add(Styles.FLAT);
        hold.setOnAction(event -> model.setPaused(!model.total().get().paused()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getItems().add(views());
        getItems().addAll(retryFailed, space);
        for (TransferAction action : WITH_BUTTONS) {
            if (action == TransferAction.TOP) {
                turns.add(new Separator(Orientation.VERTICAL));
                getItems().add(turns.getFirst());
            }
            Button button = actions.get(action);
            getItems().add(button);
            if (!turns.isEmpty()) {
                turns.add(button);
            }
        }
        getItems().addAll(new Separator(Orientation.VERTICAL), open, clear, hold);
    }

    /** Puts further controls before the last one. */
    void addTools(Node... tools) {
        getItems().addAll(getItems().size() - 1, List.of(tools));
    }

    private HBox views() {
        ToggleGroup group = new ToggleGroup();
        for (TransferView view : TransferView.values()) {
            ToggleButton toggle = new ToggleButton(name(view));
            toggle.setId("transfers-view-" + view.name().toLowerCase(Locale.ROOT));
            toggle.setMnemonicParsing(false);
            toggle.setToggleGroup(group);
            toggle.setSelected(view == TransferView.ALL);
            // A group lets its pressed button be released; one view is always shown.
            toggle.setOnAction(event -> {
                toggle.setSelected(true);
                model.setView(view);
            });
            views.put(view, toggle);
        }
        HBox box = new HBox();
        box.getStyleClass().add("transfers-views");
        box.getChildren().addAll(views.values());
        box.getChildren().getFirst().getStyleClass().add(Styles.LEFT_PILL);
        box.getChildren()
                .subList(1, views.size() - 1)
                .forEach(pill -> pill.getStyleClass().add(Styles.CENTER_PILL));
        box.getChildren().getLast().getStyleClass().add(Styles.RIGHT_PILL);
        return box;
    }

    private String name(TransferView view) {
        return switch (view) {
            case ALL -> messages.text("transfers.view.all");
            case RUNNING -> messages.text("transfers.view.running");
            case FAILED -> messages.text("transfers.view.failed");
            case DONE -> messages.text("transfers.view.done");
        };
    }

    /** Shows how the queue stands and what can be done with the selected rows. */
    void update(List<TransferRow> selected) {
        actions.forEach((action, button) -> button.setDisable(!TransfersModel.canPerform(action, selected)));
        Map<TransferView, Integer> counts = model.counts().get();
        views.forEach((view, toggle) -> {
            int count = counts.getOrDefault(view, 0);
            toggle.setText(count == 0 ? name(view) : name(view) + " " + formats.count(count));
        });
        boolean failed = model.view().get() == TransferView.FAILED && counts.getOrDefault(TransferView.FAILED, 0) > 0;
        retryFailed.setVisible(failed);
        retryFailed.setManaged(failed);
        // What has failed has no turn to change, and all buttons find room beside the one for all.
        boolean moves = model.view().get() != TransferView.FAILED;
        turns.forEach(control -> {
            control.setVisible(moves);
            control.setManaged(moves);
        });
        clear.setDisable(counts.getOrDefault(TransferView.DONE, 0) + counts.getOrDefault(TransferView.FAILED, 0) == 0);
        boolean paused = model.total().get().paused();
        hold.setText(paused ? messages.text("transfers.hold.end") : messages.text("transfers.hold"));
        hold.setGraphic(Icons.of(paused ? Feather.PLAY_CIRCLE : Feather.PAUSE_CIRCLE));
    }
}
