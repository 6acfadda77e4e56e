// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.speed.SpeedLimit;
import io.github.twinport.transfer.speed.SpeedPlan;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.Icons;
import io.github.twinport.ui.fx.TextQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Limits the speed of transfers: presets and a value of the user's own for each direction, and the schedule. */
public final class SpeedMenu extends MenuButton {

    private static final List<Long> PRESETS =
            List.of(0L, 100_000L, 500_000L, 1_000_000L, 5_000_000L, 10_000_000L, 50_000_000L);

    private final TransferPreferences preferences;
    private final Messages messages;
    private final Formats formats;
    private final Dialogs dialogs;
    private final Tooltip tip = new Tooltip();

    /**
     * The menu for a queue's speed.
     *
     * @param preferences where it is kept
     * @param dialogs asks for a value
     * @param schedule shows the schedule
     */
    public SpeedMenu(
            TransferPreferences preferences, Messages messages, Formats formats, Dialogs dialogs, Runnable schedule) {
        this.preferences = preferences;
        this.messages = messages;
        this.formats = formats;
        this.dialogs = dialogs;
        setId("speed-menu");
        setGraphic(Icons.of(Feather.ACTIVITY));
        setMnemonicParsing(false);
        setTooltip(tip);
        getStyleClass().add(Styles.FLAT);
        Menu downloads = menu("speed-downloads", messages.text("speed.downloads"), true);
        Menu uploads = menu("speed-uploads", messages.text("speed.uploads"), false);
        MenuItem plan = Controls.menuItem("speed-schedule", messages.text("speed.schedule"));
        plan.setOnAction(event -> schedule.run());
        getItems().addAll(downloads, uploads, new SeparatorMenuItem(), plan);
        preferences.speed().subscribe(this::describe);
    }

    private Menu menu(String id, String text, boolean download) {
        Menu menu = new Menu(text);
        menu.setId(id);
        menu.setMnemonicParsing(false);
        preferences.speed().subscribe(plan -> menu.getItems().setAll(items(id, plan, download)));
        return menu;
    }

    private List<MenuItem> items(String id, SpeedPlan plan, boolean download) {
        long now = download ? plan.always().download() : plan.always().upload();
        List<MenuItem> items = new ArrayList<>();
        for (long preset : PRESETS) {
            items.add(choice(id + "-" + preset, words(preset), preset == now, () -> set(download, preset)));
        }
        String own =
                PRESETS.contains(now) ? messages.text("speed.own") : messages.text("speed.own.now", formats.rate(now));
        items.add(choice(id + "-own", own, !PRESETS.contains(now), () -> ask(download, now)));
        return items;
    }

    private static MenuItem choice(String id, String text, boolean selected, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setSelected(selected);
        item.setOnAction(event -> {
            item.setSelected(selected);
            action.run();
        });
        return item;
    }

    private void ask(boolean download, long now) {
        dialogs.askText(new TextQuestion(
                        download ? messages.text("speed.downloads") : messages.text("speed.uploads"),
                        messages.text("speed.own.label"),
                        now == 0 ? "" : String.valueOf(now / 1000),
                        8,
                        messages.text("speed.own.action"),
                        text -> SpeedInput.bytesPerSecond(text).isPresent()
                                ? Optional.empty()
                                : Optional.of(messages.text("speed.own.problem"))))
                .flatMap(SpeedInput::bytesPerSecond)
                .ifPresent(speed -> set(download, speed));
    }

    private void set(boolean download, long speed) {
        SpeedPlan plan = preferences.speed().get();
        SpeedLimit always = plan.always();
        preferences.setSpeed(plan.withAlways(
                download ? new SpeedLimit(speed, always.upload()) : new SpeedLimit(always.download(), speed)));
    }

    private void describe(SpeedPlan plan) {
        SpeedLimit limit = plan.always();
        boolean limited = !limit.equals(SpeedLimit.NONE) || !plan.rules().isEmpty();
        String text = limited
                ? messages.text("speed.limited", words(limit.download()), words(limit.upload()))
                : messages.text("speed.unlimited");
        setAccessibleText(text);
        tip.setText(text);
        setGraphic(Icons.of(limited ? Feather.ALERT_CIRCLE : Feather.ACTIVITY));
    }

    private String words(long speed) {
        return speed == 0 ? messages.text("speed.none") : formats.rate(speed);
    }
}
