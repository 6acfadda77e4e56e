// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.i18n.Messages;
import io.github.twinport.ui.fx.DialogFrame;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/** Shows the schedule of speed limits and keeps what the user makes of it. JavaFX thread only. */
public final class ScheduleDialog implements Runnable {

    private final Supplier<Window> owner;
    private final TransferPreferences preferences;
    private final Messages messages;

    /**
     * A dialog of a window.
     *
     * @param owner the window
     * @param preferences where the schedule is kept
     * @param messages the texts
     */
    public ScheduleDialog(Supplier<Window> owner, TransferPreferences preferences, Messages messages) {
        this.owner = owner;
        this.preferences = preferences;
        this.messages = messages;
    }

    @Override
    public void run() {
        ScheduleForm form = new ScheduleForm(preferences.speed().get().rules(), messages);
        String title = messages.text("schedule.title");
        Dialog<ButtonType> dialog = DialogFrame.create(owner.get(), "schedule-dialog", title, title);
        ButtonType keep = new ButtonType(messages.text("schedule.keep"), ButtonData.OK_DONE);
        ButtonType cancel = new ButtonType(messages.text("schedule.cancel"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().setContent(form);
        dialog.getDialogPane().getButtonTypes().setAll(List.of(keep, cancel));
        Button kept = DialogFrame.button(dialog.getDialogPane(), keep, "schedule-keep");
        DialogFrame.button(dialog.getDialogPane(), cancel, "schedule-cancel");
        form.rules().subscribe(rules -> kept.setDisable(rules.isEmpty()));
        dialog.showAndWait()
                .filter(keep::equals)
                .flatMap(ignored -> form.rules().get())
                .ifPresent(
                        rules -> preferences.setSpeed(preferences.speed().get().withRules(rules)));
    }
}
