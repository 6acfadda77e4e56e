// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import java.util.List;

/**
 * Commands that stand in one menu.
 *
 * @param id names the menu
 * @param title what the menu is called
 * @param sections the commands, with a line between sections
 */
record CommandGroup(String id, String title, List<List<Command>> sections) {

    /** All commands in their order. */
    List<Command> commands() {
        return sections.stream().flatMap(List::stream).toList();
    }
}
