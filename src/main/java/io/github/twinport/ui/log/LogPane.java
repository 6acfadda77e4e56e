// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.log;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.FxThread;
import io.github.twinport.ui.fx.Pulse;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The protocol log: what was said on all control connections. Follows the newest line as long as the newest line is in
 * view. JavaFX thread only.
 */
public final class LogPane extends BorderPane {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SELECT_ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    // JavaFX before 27 takes seconds to clear a selection of many more rows (JDK-8311505).
    private static final int LARGEST_SELECTION = 10_000;

    private final LogModel model;
    private final Messages messages;
    private final SavePlace savePlace;
    private final LogText text;
    private final LogSaver saver;
    private final LogFilterBar filterBar;
    private final ListView<ProtocolLine> list;
    private final ObservableValue<Boolean> inFront =
            parentProperty().flatMap(Node::visibleProperty).orElse(false);
    private boolean following = true;

    /**
     * The log's view.
     *
     * @param model the lines
     * @param fx the JavaFX thread
     * @param messages the texts
     * @param zone the time zone of the time stamps
     * @param dialogs tells when the log cannot be saved
     * @param savePlace asks where to save
     */
    public LogPane(LogModel model, FxThread fx, Messages messages, ZoneId zone, Dialogs dialogs, SavePlace savePlace) {
        this.model = model;
        this.messages = messages;
        this.savePlace = savePlace;
        text = new LogText(zone);
        saver = new LogSaver(text, fx, dialogs, messages);
        filterBar = new LogFilterBar(model, messages);
        list = new ListView<>(model.shown());
        setId("log-pane");
        getStyleClass().add("log-pane");
        prepareList();
        setTop(toolBar());
        setCenter(list);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        Pulse pulse = new Pulse(fx, this::drain);
        model.onArrival(pulse::request);
        inFront.subscribe(this::comeOrGo);
    }

    private void prepareList() {
        ReplyMeanings meanings = new ReplyMeanings(messages);
        list.setId("log-list");
        list.setAccessibleText(messages.text("log.list"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(view -> new LogCell(text, meanings));
        list.setContextMenu(new ContextMenu(
                item("log-menu-copy", "log.copy", this::copySelected),
                item("log-menu-copy-all", "log.copy.all", this::copyAll),
                item("log-menu-save", "log.save", this::save),
                item("log-menu-clear", "log.clear", model::clear)));
        Label placeholder = new Label(messages.text("log.empty"));
        placeholder.setWrapText(true);
        list.setPlaceholder(placeholder);
        model.shown()
                .subscribe(() -> placeholder.setText(
                        model.isEmpty() ? messages.text("log.empty") : messages.text("log.empty.filtered")));
        // The list's own handling of these keys sees the event first, so a filter has to take it.
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SELECT_ALL.match(event) && model.shown().size() > LARGEST_SELECTION) {
                int end = model.shown().size();
                list.getSelectionModel().clearSelection();
                list.getSelectionModel().selectRange(end - LARGEST_SELECTION, end);
                event.consume();
            }
        });
    }

    private HBox toolBar() {
        BooleanBinding nothing = Bindings.isEmpty(model.shown());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button copy = button("log-copy", Feather.COPY, messages.text("log.copy"), this::copySelected);
        copy.disableProperty().bind(Bindings.isEmpty(list.getSelectionModel().getSelectedItems()));
        Button copyAll = button("log-copy-all", Feather.CLIPBOARD, messages.text("log.copy.all"), this::copyAll);
        copyAll.disableProperty().bind(nothing);
        Button save = button("log-save", Feather.SAVE, messages.text("log.save"), this::save);
        save.disableProperty().bind(nothing);
        Button clear = button("log-clear", Feather.TRASH_2, messages.text("log.clear"), model::clear);
        HBox bar = new HBox(filterBar, space, copy, copyAll, save, clear);
        bar.getStyleClass().add("log-tool-bar");
        return bar;
    }

    private static Button button(String id, Feather icon, String text, Runnable action) {
        Button button = Controls.iconButton(id, icon, text);
        button.setOnAction(event -> action.run());
        return button;
    }

    private MenuItem item(String id, String key, Runnable action) {
        MenuItem item = Controls.menuItem(id, messages.text(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void onKey(KeyEvent event) {
        if (FIND.match(event)) {
            filterBar.focusText();
            event.consume();
        } else if (COPY.match(event)) {
            copySelected();
            event.consume();
        }
    }

    /** Behind another tab the list has no size: what comes there is only kept, and followed when it is in front again. */
    private void comeOrGo(boolean wasInFront, boolean isInFront) {
        VirtualFlow<?> flow = flow();
        if (wasInFront && flow != null) {
            following = isAtEnd(flow);
        } else if (isInFront && following) {
            list.scrollTo(model.shown().size() - 1);
        }
    }

    private void drain() {
        if (!inFront.getValue()) {
            model.drain();
            return;
        }
        // What was scrolled or added in this very frame would not count as seen otherwise.
        list.layout();
        VirtualFlow<?> flow = flow();
        following = flow == null || isAtEnd(flow);
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        int top = first == null ? 0 : first.getIndex();
        int gone = model.drain();
        if (following) {
            list.scrollTo(model.shown().size() - 1);
        } else if (gone > 0) {
            list.scrollTo(Math.max(0, top - gone));
        }
    }

    private boolean isAtEnd(VirtualFlow<?> flow) {
        IndexedCell<?> last = flow.getLastVisibleCell();
        return last == null || last.getIndex() >= model.shown().size() - 1;
    }

    private @Nullable VirtualFlow<?> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    private void copySelected() {
        List<ProtocolLine> selected = list.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(index -> model.shown().get(index))
                .toList();
        if (!selected.isEmpty()) {
            copy(selected);
        }
    }

    private void copyAll() {
        copy(model.shown());
    }

    private void copy(Collection<ProtocolLine> lines) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text.plain(lines));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void save() {
        List<ProtocolLine> lines = List.copyOf(model.shown());
        savePlace
                .ask(getScene().getWindow(), messages.text("log.save"), "twinport.log")
                .ifPresent(file -> saver.save(lines, file));
    }
}
