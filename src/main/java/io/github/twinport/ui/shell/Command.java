// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something that the user can do from the menu or by a key. The menus and the sheet of keys are made of these.
 *
 * @param id names it for tests and style sheets
 * @param text what the menu says
 * @param keys its keys, null for none
 * @param action what it does
 * @param enabled whether it can be done now
 */
record Command(
        String id, String text, @Nullable KeyCombination keys, Runnable action, ObservableValue<Boolean> enabled) {

    /** One that can always be done. */
    static Command always(String id, String text, @Nullable KeyCombination keys, Runnable action) {
        return new Command(id, text, keys, action, Bindings.createBooleanBinding(() -> true));
    }
}
