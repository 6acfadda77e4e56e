// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.i18n.Messages;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;

/**
 * How an action on selected transfers looks and which key does it.
 *
 * @param id the id of its button
 * @param icon the icon of its button
 * @param text its name
 * @param key the key that does it in the table
 */
record ActionLook(String id, Feather icon, String text, KeyCombination key) {

    static ActionLook of(TransferAction action, Messages messages) {
        return switch (action) {
            case PAUSE -> look("pause", Feather.PAUSE, messages.text("transfers.pause"), plain(KeyCode.SPACE));
            case RESUME -> look("resume", Feather.PLAY, messages.text("transfers.resume"), plain(KeyCode.SPACE));
            case RETRY ->
                look(
                        "retry",
                        Feather.ROTATE_CW,
                        messages.text("transfers.retry"),
                        new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN));
            case CANCEL -> look("cancel", Feather.X, messages.text("transfers.cancel"), plain(KeyCode.DELETE));
            case TOP -> look("top", Feather.CHEVRONS_UP, messages.text("transfers.top"), alt(KeyCode.HOME));
            case UP -> look("up", Feather.CHEVRON_UP, messages.text("transfers.up"), alt(KeyCode.UP));
            case DOWN -> look("down", Feather.CHEVRON_DOWN, messages.text("transfers.down"), alt(KeyCode.DOWN));
            case BOTTOM -> look("bottom", Feather.CHEVRONS_DOWN, messages.text("transfers.bottom"), alt(KeyCode.END));
            case PAUSE_SERVER ->
                look("pause-server", Feather.PAUSE, messages.text("transfers.pauseServer"), shift(KeyCode.SPACE));
            case RESUME_SERVER ->
                look("resume-server", Feather.PLAY, messages.text("transfers.resumeServer"), shift(KeyCode.SPACE));
            case HIGH -> look("high", Feather.ARROW_UP, messages.text("transfers.high"), alt(KeyCode.PAGE_UP));
            case NORMAL -> look("normal", Feather.MINUS, messages.text("transfers.normal"), alt(KeyCode.DIGIT0));
            case LOW -> look("low", Feather.ARROW_DOWN, messages.text("transfers.low"), alt(KeyCode.PAGE_DOWN));
        };
    }

    /** The name with the key behind it. */
    String textAndKey() {
        return text + " (" + key.getDisplayText() + ")";
    }

    private static ActionLook look(String id, Feather icon, String text, KeyCombination key) {
        return new ActionLook("transfers-" + id, icon, text, key);
    }

    private static KeyCombination plain(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCombination shift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
    }

    private static KeyCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }
}
