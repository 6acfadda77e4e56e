// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.i18n.Messages;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/** The commands of a pane: what buttons, menu and keys have in common. */
enum PaneCommand {
    OPEN("open", "explorer.command.open", Feather.CORNER_DOWN_RIGHT, KeyCode.ENTER, Held.NOTHING),
    TRANSFER("transfer", "explorer.command.transfer", Feather.REPEAT, KeyCode.F5, Held.NOTHING),
    BACK("back", "explorer.command.back", Feather.ARROW_LEFT, KeyCode.LEFT, Held.ALT),
    FORWARD("forward", "explorer.command.forward", Feather.ARROW_RIGHT, KeyCode.RIGHT, Held.ALT),
    UP("up", "explorer.command.up", Feather.ARROW_UP, KeyCode.UP, Held.ALT),
    REFRESH("refresh", "explorer.command.refresh", Feather.REFRESH_CW, KeyCode.R, Held.SHORTCUT),
    NEW_FOLDER("new-folder", "explorer.command.new-folder", Feather.FOLDER_PLUS, KeyCode.F7, Held.NOTHING),
    RENAME("rename", "explorer.command.rename", Feather.EDIT_2, KeyCode.F2, Held.NOTHING),
    DELETE("delete", "explorer.command.delete", Feather.TRASH_2, KeyCode.DELETE, Held.NOTHING),
    SELECT_ALL("select-all", "explorer.command.select-all", Feather.CHECK_SQUARE, KeyCode.A, Held.SHORTCUT),
    FILTER("open-filter", "explorer.command.filter", Feather.SEARCH, KeyCode.F, Held.SHORTCUT),
    EDIT_PATH("edit-path", "explorer.command.edit-path", Feather.EDIT_3, KeyCode.L, Held.SHORTCUT);

    private final String id;
    private final String key;
    private final Feather symbol;
    private final KeyCode code;
    private final Held held;

    /** What has to be held down with a key. */
    private enum Held {
        NOTHING,
        ALT,
        SHORTCUT
    }

    PaneCommand(String id, String key, Feather symbol, KeyCode code, Held held) {
        this.id = id;
        this.key = key;
        this.symbol = symbol;
        this.code = code;
        this.held = held;
    }

    /** What the ids of its controls end with. */
    String id() {
        return id;
    }

    Feather symbol() {
        return symbol;
    }

    KeyCombination keys() {
        return switch (held) {
            case NOTHING -> new KeyCodeCombination(code);
            case ALT -> new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
            case SHORTCUT -> new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
        };
    }

    String text(Messages messages) {
        return messages.text(key);
    }

    /** Its text with its keys, for a tooltip. */
    String textWithKeys(Messages messages) {
        return messages.text("explorer.command.with-keys", text(messages), keys().getDisplayText());
    }

    /** Whether its keys act only in the table; in a text field they belong to the text. */
    boolean isOfTable() {
        return switch (this) {
            case OPEN, DELETE, SELECT_ALL, BACK, FORWARD, UP, RENAME -> true;
            case TRANSFER, REFRESH, NEW_FOLDER, FILTER, EDIT_PATH -> false;
        };
    }
}
