// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.EntryName;
import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.TextQuestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the user can do with the files of a pane, with the questions that come before. Used on the JavaFX thread. */
final class ExplorerCommands {

    private final ExplorerModel model;
    private final ObservableValue<? extends @Nullable Location> otherFolder;
    private final Dialogs dialogs;
    private final Messages messages;
    private final Consumer<TransferIntent> transfers;
    private final View view;

    /**
     * What only the controls can do.
     *
     * @param selectAll selects all rows
     * @param openFilter shows the quick filter
     * @param editPath lets the user type the path
     */
    record View(Runnable selectAll, Runnable openFilter, Runnable editPath) {}

    ExplorerCommands(
            ExplorerModel model,
            ObservableValue<? extends @Nullable Location> otherFolder,
            PaneContext context,
            View view) {
        this.model = model;
        this.otherFolder = otherFolder;
        this.view = view;
        dialogs = context.dialogs();
        messages = context.messages();
        transfers = context.transfers();
    }

    /** The folder of the other side, on which transfers depend. */
    ObservableValue<? extends @Nullable Location> otherFolder() {
        return otherFolder;
    }

    /** Does what the user chose, if that is possible now. */
    void run(PaneCommand command) {
        if (!isPossible(command)) {
            return;
        }
        switch (command) {
            case OPEN -> open(selection().getFirst());
            case TRANSFER -> transfer(selection());
            case BACK -> model.back();
            case FORWARD -> model.forward();
            case UP -> model.up();
            case REFRESH -> model.refresh();
            case NEW_FOLDER -> newFolder();
            case RENAME -> rename();
            case DELETE -> delete();
            case SELECT_ALL -> view.selectAll().run();
            case FILTER -> view.openFilter().run();
            case EDIT_PATH -> view.editPath().run();
        }
    }

    /** Whether the command has something to work on. */
    boolean isPossible(PaneCommand command) {
        Location folder = model.locationProperty().get();
        return switch (command) {
            case OPEN, RENAME -> selection().size() == 1;
            case DELETE -> !selection().isEmpty();
            case TRANSFER -> !selection().isEmpty() && otherFolder.getValue() != null;
            case BACK -> model.canGoBack();
            case FORWARD -> model.canGoForward();
            case UP -> folder != null && folder.parent() != null;
            case NEW_FOLDER, SELECT_ALL, FILTER -> model.isSettled();
            case REFRESH, EDIT_PATH -> !(model.stateProperty().get() instanceof PaneState.Detached);
        };
    }

    /** Shows a folder; sends a file to the other side. */
    void open(Entry entry) {
        Location folder = model.locationProperty().get();
        if (!model.isSettled() || folder == null) {
            return;
        }
        if (entry.isFolder() || entry.kind() == EntryKind.LINK) {
            model.goTo(folder.child(entry.name()));
        } else {
            transfer(List.of(entry));
        }
    }

    private void newFolder() {
        String initial = messages.text("explorer.new-folder.initial");
        dialogs.askText(new TextQuestion(
                        messages.text("explorer.new-folder.title"),
                        messages.text("explorer.new-folder.label"),
                        initial,
                        initial.length(),
                        messages.text("explorer.new-folder.action"),
                        name -> problem(name, null)))
                .ifPresent(model::makeFolder);
    }

    private void rename() {
        Entry entry = selection().getFirst();
        dialogs.askText(new TextQuestion(
                        messages.text("explorer.rename.title", entry.shownName()),
                        messages.text("explorer.rename.label"),
                        entry.name(),
                        lengthWithoutExtension(entry),
                        messages.text("explorer.rename.action"),
                        name -> problem(name, entry.name())))
                .filter(name -> !name.equals(entry.name()))
                .ifPresent(name -> model.rename(entry, name));
    }

    private void delete() {
        List<Entry> entries = selection();
        Totals totals = Totals.of(entries);
        String title = entries.size() == 1
                ? messages.text("explorer.delete.title.one", entries.getFirst().shownName())
                : messages.text("explorer.delete.title.many", entries.size());
        String where = model.side() == Side.LOCAL
                ? messages.text("explorer.delete.local")
                : messages.text("explorer.delete.remote");
        String text = totals.folders() == 0 ? where : messages.text("explorer.delete.folders") + " " + where;
        if (dialogs.confirm(title, text, messages.text("explorer.delete.action"))) {
            model.delete(entries);
        }
    }

    private void transfer(List<Entry> entries) {
        Location source = model.locationProperty().get();
        Location target = otherFolder.getValue();
        if (model.isSettled() && source != null && target != null) {
            DropRules.intent(new Dragged.Entries(source, entries), target).ifPresent(transfers);
        }
    }

    private List<Entry> selection() {
        return model.isSettled() ? model.selectionProperty().get() : List.of();
    }

    private Optional<String> problem(String name, @Nullable String current) {
        Set<String> names = model.names();
        if (!name.isBlank() && !EntryName.isPlain(name)) {
            return Optional.of(messages.text("explorer.name.not-plain"));
        }
        return names.contains(name) && !name.equals(current)
                ? Optional.of(messages.text("explorer.name.taken"))
                : Optional.empty();
    }

    private static int lengthWithoutExtension(Entry entry) {
        int dot = entry.name().lastIndexOf('.');
        return entry.isFolder() || dot <= 0 ? entry.name().length() : dot;
    }
}
