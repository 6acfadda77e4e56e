// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.speed.SpeedLimit;
import io.github.twinport.transfer.speed.SpeedRule;
import io.github.twinport.ui.fx.Controls;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Edits the hours for which other speed limits hold. */
final class ScheduleForm extends VBox {

    private static final SpeedRule FIRST = new SpeedRule(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(18, 0),
            new SpeedLimit(1_000_000, 1_000_000));

    private final Messages messages;
    private final VBox rows = new VBox();
    private final Label problem = new Label();
    private final ReadOnlyObjectWrapper<Optional<List<SpeedRule>>> rules =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    ScheduleForm(List<SpeedRule> present, Messages messages) {
        this.messages = messages;
        setId("schedule-form");
        getStyleClass().add("schedule-form");
        rows.getStyleClass().add("schedule-rows");
        Label explanation = new Label(messages.text("schedule.explanation"));
        explanation.setWrapText(true);
        problem.setId("schedule-problem");
        Button add = Controls.button("schedule-add", messages.text("schedule.add"));
        add.setOnAction(event -> add(FIRST));
        getChildren().addAll(explanation, rows, add, problem);
        present.forEach(this::add);
        update();
    }

    /** The rules as they stand, empty while something in them makes no sense. */
    ReadOnlyObjectProperty<Optional<List<SpeedRule>>> rules() {
        return rules.getReadOnlyProperty();
    }

    private void add(SpeedRule rule) {
        rows.getChildren().add(new ScheduleRow(rule, messages, this::update, row -> {
            rows.getChildren().remove(row);
            update();
        }));
        update();
    }

    private void update() {
        List<Optional<SpeedRule>> all = rows.getChildren().stream()
                .map(row -> row instanceof ScheduleRow each ? each.rule() : Optional.<SpeedRule>empty())
                .toList();
        boolean good = all.stream().allMatch(Optional::isPresent);
        problem.setText(good ? "" : messages.text("schedule.problem"));
        rules.set(good ? Optional.of(all.stream().flatMap(Optional::stream).toList()) : Optional.empty());
    }
}
