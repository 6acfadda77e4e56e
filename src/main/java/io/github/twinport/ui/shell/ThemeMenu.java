// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.i18n.Messages;
import io.github.twinport.settings.Appearance;
import io.github.twinport.settings.Setting;
import io.github.twinport.settings.Settings;
import io.github.twinport.ui.fx.Theme;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** The choice between light, dark and as the system has it; kept in the settings. */
final class ThemeMenu extends Menu {

    ThemeMenu(Theme theme, Settings settings, Messages messages) {
        super(messages.text("appearance.menu"));
        setId("menu-appearance");
        ToggleGroup group = new ToggleGroup();
        for (Appearance appearance : Appearance.values()) {
            RadioMenuItem item = new RadioMenuItem(messages.text("appearance." + appearance.name()));
            item.setId("appearance-" + appearance.name());
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(settings.get(Setting.APPEARANCE) == appearance);
            item.setOnAction(chosen -> {
                settings.set(Setting.APPEARANCE, appearance);
                theme.choiceProperty().set(appearance);
            });
            getItems().add(item);
        }
        theme.choiceProperty().set(settings.get(Setting.APPEARANCE));
    }
}
