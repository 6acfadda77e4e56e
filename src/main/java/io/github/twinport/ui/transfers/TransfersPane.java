// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.FxThread;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The queue: what runs, waits, failed and is done, and what can be done with it. Follows the queue by itself, at most
 * five times a second. JavaFX thread only.
 */
public final class TransfersPane extends BorderPane {

    private static final Set<TransferAction> SECTIONS =
            EnumSet.of(TransferAction.TOP, TransferAction.PAUSE_SERVER, TransferAction.HIGH);
    private static final Duration BETWEEN_REFRESHES = Duration.millis(200);

    private final TransfersModel model;
    private final Messages messages;
    private final TransferTable table;
    private final TransferSelection<TransferRow> selection;
    private final TransfersBar bar;
    private final HoldBar held;
    private final FailureLine failure;
    private final TotalBar total;
    private final Label placeholder = new Label();
    private final Map<TransferAction, MenuItem> menuItems = new EnumMap<>(TransferAction.class);

    /**
     * The view of a queue.
     *
     * @param queue the queue; its change listener becomes this pane
     * @param holds pauses and resumes it as a whole
     * @param fx the JavaFX thread
     * @param messages the texts
     * @param formats sizes, speeds and times as people read them
     */
    public TransfersPane(TransferQueue queue, QueueHolds holds, FxThread fx, Messages messages, Formats formats) {
        this.messages = messages;
        model = new TransfersModel(queue, holds, fx);
        TransferTexts texts = new TransferTexts(messages, formats);
        table = new TransferTable(model, messages, texts);
        bar = new TransfersBar(model, messages, formats, this::perform);
        failure = new FailureLine(messages);
        total = new TotalBar(texts);
        selection = new TransferSelection<>(table, this::update);
        RowPatcher<TransferRow> patcher = new RowPatcher<>(table);
        setId("transfers-pane");
        getStyleClass().add("transfers-pane");
        table.setContextMenu(menu());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        NoticeBar notice = new NoticeBar(messages);
        model.notice().subscribe(notice::show);
        held = new HoldBar(model, messages);
        setTop(new VBox(bar, held, notice));
        setCenter(table);
        setBottom(new VBox(failure, total));
        table.setPlaceholder(placeholder);
        model.view().subscribe(this::explainEmptiness);
        model.view().subscribe(this::update);
        model.shown().subscribe(patcher::show);
        Cadence cadence = new Cadence(fx, TransfersPane::pause, this::refresh);
        queue.onChange(cadence::request);
        refresh();
    }

    /** The sums over all files, as of the last refresh. */
    public ReadOnlyObjectProperty<QueueSnapshot.Total> totalProperty() {
        return model.total();
    }

    /** Puts further controls into the bar. */
    public void addTools(Node... tools) {
        bar.addTools(tools);
    }

    static void pause(Runnable then) {
        PauseTransition pause = new PauseTransition(BETWEEN_REFRESHES);
        pause.setOnFinished(event -> then.run());
        pause.play();
    }

    private void refresh() {
        model.refresh();
        total.show(model.total().get());
        held.show(
                model.total().get().paused(),
                model.heldReason().get(),
                model.held().get());
        update();
    }

    private void update() {
        bar.update(selection.rows());
        failure.show(selection.rows());
    }

    private void explainEmptiness(TransferView view) {
        placeholder.setText(
                view == TransferView.ALL ? messages.text("transfers.empty") : messages.text("transfers.empty.view"));
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        for (TransferAction action : TransferAction.values()) {
            if (SECTIONS.contains(action)) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            ActionLook look = ActionLook.of(action, messages);
            // No accelerators: JavaFX would make them keys of the whole window.
            MenuItem item = Controls.menuItem(look.id() + "-menu", look.textAndKey());
            item.setOnAction(event -> perform(action));
            menuItems.put(action, item);
            menu.getItems().add(item);
        }
        menu.setOnShowing(event -> menuItems.forEach(
                (action, item) -> item.setDisable(!TransfersModel.canPerform(action, selection.rows()))));
        return menu;
    }

    private void onKey(KeyEvent event) {
        TransferRow focused = table.getFocusModel().getFocusedItem();
        boolean turns = focused != null
                && focused.isFolder()
                && ((event.getCode() == KeyCode.RIGHT && !model.isOpen(focused))
                        || (event.getCode() == KeyCode.LEFT && model.isOpen(focused)));
        if (turns) {
            model.turn(focused);
            event.consume();
            return;
        }
        for (TransferAction action : TransferAction.values()) {
            if (ActionLook.of(action, messages).key().match(event)
                    && TransfersModel.canPerform(action, selection.rows())) {
                perform(action);
                event.consume();
                return;
            }
        }
    }

    private void perform(TransferAction action) {
        model.perform(action, selection.rows());
    }
}
