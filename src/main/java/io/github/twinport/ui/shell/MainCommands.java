// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.i18n.Messages;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.jspecify.annotations.Nullable;

/** The commands of the main window by menus. */
final class MainCommands {

    private static final Modifier SHORTCUT = KeyCombination.SHORTCUT_DOWN;
    private static final Modifier SHIFT = KeyCombination.SHIFT_DOWN;
    private static final Modifier ALT = KeyCombination.ALT_DOWN;

    private final Messages messages;
    private final WindowActions actions;
    private final Connection connection;

    MainCommands(Messages messages, WindowActions actions, Connection connection) {
        this.messages = messages;
        this.actions = actions;
        this.connection = connection;
    }

    List<CommandGroup> groups(List<List<Command>> transferSections) {
        return List.of(file(), view(), group("transfer", transferSections), sites(), help());
    }

    private CommandGroup file() {
        ObservableValue<Boolean> busy = Bindings.isNotNull(connection.connectedProperty())
                .or(Bindings.isNotNull(connection.attemptedProperty()));
        return group(
                "file",
                List.of(
                        List.of(
                                always("connect", actions::focusAddress, key(KeyCode.N, SHORTCUT)),
                                always("reconnect", connection::reconnect, key(KeyCode.R, SHORTCUT, SHIFT)),
                                new Command(
                                        "command-disconnect",
                                        messages.text("command.disconnect"),
                                        key(KeyCode.D, SHORTCUT, SHIFT),
                                        connection::disconnect,
                                        busy)),
                        List.of(always("quit", actions::quit, key(KeyCode.Q, SHORTCUT)))));
    }

    private CommandGroup view() {
        return group(
                "view",
                List.of(List.of(
                        always("local", actions::focusLocal, key(KeyCode.DIGIT1, ALT)),
                        always("remote", actions::focusRemote, key(KeyCode.DIGIT2, ALT)),
                        always("transfers", actions::showTransfers, key(KeyCode.DIGIT3, ALT)),
                        always("log", actions::showLog, key(KeyCode.DIGIT4, ALT)))));
    }

    private CommandGroup sites() {
        return group(
                "sites",
                List.of(
                        List.of(
                                new Command(
                                        "command-save-site",
                                        messages.text("command.saveSite"),
                                        key(KeyCode.D, SHORTCUT),
                                        actions::saveConnection,
                                        Bindings.isNotNull(connection.connectedProperty())),
                                always("sites", actions::manageSites, key(KeyCode.B, SHORTCUT))),
                        List.of()));
    }

    private CommandGroup help() {
        return group(
                "help",
                List.of(List.of(
                        always("keys", actions::showKeys, key(KeyCode.F1)),
                        always("about", actions::showAbout, null))));
    }

    private CommandGroup group(String id, List<List<Command>> sections) {
        return new CommandGroup("menu-" + id, messages.text("menu." + id), sections);
    }

    private Command always(String id, Runnable action, @Nullable KeyCombination keys) {
        return Command.always("command-" + id, messages.text("command." + id), keys, action);
    }

    private static KeyCombination key(KeyCode code, Modifier... modifiers) {
        return new KeyCodeCombination(code, modifiers);
    }
}
