// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.speed.SpeedLimit;
import io.github.twinport.transfer.speed.SpeedRule;
import io.github.twinport.ui.fx.Controls;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** One rule of the schedule as the user edits it. */
final class ScheduleRow extends HBox {

    private final Map<DayOfWeek, ToggleButton> days = new EnumMap<>(DayOfWeek.class);
    private final TextField from;
    private final TextField to;
    private final TextField download;
    private final TextField upload;

    /**
     * A row for a rule.
     *
     * @param changed is told of each change
     * @param remove takes the row away
     */
    ScheduleRow(SpeedRule rule, Messages messages, Runnable changed, Consumer<ScheduleRow> remove) {
        getStyleClass().add("schedule-row");
        for (DayOfWeek day : DayOfWeek.values()) {
            ToggleButton toggle = new ToggleButton(day.getDisplayName(TextStyle.SHORT, Locale.getDefault()));
            toggle.getStyleClass().add("schedule-day");
            toggle.setMnemonicParsing(false);
            toggle.setAccessibleText(day.getDisplayName(TextStyle.FULL, Locale.getDefault()));
            toggle.setSelected(rule.days().contains(day));
            toggle.selectedProperty().subscribe(changed);
            days.put(day, toggle);
            getChildren().add(toggle);
        }
        from = field(
                "schedule-from", messages.text("schedule.from"), rule.from().toString(), changed);
        to = field("schedule-to", messages.text("schedule.to"), rule.to().toString(), changed);
        download = field(
                "schedule-download",
                messages.text("schedule.download"),
                String.valueOf(rule.limit().download() / 1000),
                changed);
        upload = field(
                "schedule-upload",
                messages.text("schedule.upload"),
                String.valueOf(rule.limit().upload() / 1000),
                changed);
        var gone = Controls.iconButton("schedule-remove", Feather.TRASH_2, messages.text("schedule.remove"));
        gone.setOnAction(event -> remove.accept(this));
        getChildren()
                .addAll(
                        from,
                        new Label("–"),
                        to,
                        new Label("↓"),
                        download,
                        new Label("↑"),
                        upload,
                        new Label(messages.text("schedule.unit")),
                        gone);
    }

    private static TextField field(String id, String meaning, String text, Runnable changed) {
        TextField field = new TextField(text);
        field.setId(id);
        field.setAccessibleText(meaning);
        field.setTooltip(new Tooltip(meaning));
        field.setPrefColumnCount(5);
        field.textProperty().subscribe(changed);
        return field;
    }

    /** The rule as it stands; empty while something in it makes no sense. */
    Optional<SpeedRule> rule() {
        Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        days.forEach((day, toggle) -> {
            if (toggle.isSelected()) {
                chosen.add(day);
            }
        });
        Optional<Long> down = SpeedInput.bytesPerSecond(download.getText());
        Optional<Long> up = SpeedInput.bytesPerSecond(upload.getText());
        if (chosen.isEmpty() || down.isEmpty() || up.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SpeedRule(
                    chosen,
                    LocalTime.parse(from.getText().strip()),
                    LocalTime.parse(to.getText().strip()),
                    new SpeedLimit(down.get(), up.get())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
