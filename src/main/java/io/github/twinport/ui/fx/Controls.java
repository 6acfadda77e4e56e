// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.fx;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/**
 * Controls whose texts are shown as they are. JavaFX takes an underscore in the text of a button or menu item for
 * a mnemonic and swallows it, which garbles file and site names.
 */
public final class Controls {

    private Controls() {}

    /** A button with a text. */
    public static Button button(String id, String text) {
        Button button = new Button(text);
        button.setId(id);
        button.setMnemonicParsing(false);
        return button;
    }

    /** A flat button that shows an icon; its text is spoken and appears as tooltip. */
    public static Button iconButton(String id, Feather symbol, String text) {
        return asIcon(new Button(), id, symbol, text);
    }

    /** A flat button with an icon that stays down or up; its text is spoken and appears as tooltip. */
    public static ToggleButton iconToggle(String id, Feather symbol, String text) {
        return asIcon(new ToggleButton(), id, symbol, text);
    }

    /** A menu item. */
    public static MenuItem menuItem(String id, String text) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        return item;
    }

    private static <B extends ButtonBase> B asIcon(B button, String id, Feather symbol, String text) {
        button.setId(id);
        button.setGraphic(Icons.of(symbol));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMnemonicParsing(false);
        button.setText(text);
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return button;
    }
}
