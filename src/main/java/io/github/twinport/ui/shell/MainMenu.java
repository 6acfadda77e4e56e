// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.ui.fx.Controls;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu bar, made of groups of commands. On macOS it stands where all menus stand there. */
final class MainMenu extends MenuBar {

    MainMenu(List<CommandGroup> groups) {
        setId("main-menu");
        setUseSystemMenuBar(true);
        groups.forEach(group -> getMenus().add(menu(group)));
    }

    /** The menu of a group, to which others may add items. */
    Menu menu(String id) {
        return getMenus().stream()
                .filter(menu -> id.equals(menu.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static Menu menu(CommandGroup group) {
        Menu menu = new Menu(group.title());
        menu.setId(group.id());
        for (List<Command> section : group.sections()) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            section.forEach(command -> menu.getItems().add(item(command)));
        }
        return menu;
    }

    private static MenuItem item(Command command) {
        MenuItem item = Controls.menuItem(command.id(), command.text());
        item.setAccelerator(command.keys());
        item.setOnAction(chosen -> command.action().run());
        item.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !command.enabled().getValue(), command.enabled()));
        return item;
    }
}
