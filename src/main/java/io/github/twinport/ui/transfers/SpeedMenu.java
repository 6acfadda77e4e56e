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
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
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
     * @param connected the server {@code host:port} that is shown, null when none is
     */
    public SpeedMenu(
            TransferPreferences preferences,
            Messages messages,
            Formats formats,
            Dialogs dialogs,
            Runnable schedule,
            Supplier<@Nullable String> connected) {
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
        Menu siteDownloads = menu("speed-site-downloads", messages.text("speed.site.downloads"));
        Menu siteUploads = menu("speed-site-uploads", messages.text("speed.site.uploads"));
        getItems()
                .addAll(
                        downloads,
                        uploads,
                        new SeparatorMenuItem(),
                        siteDownloads,
                        siteUploads,
                        new SeparatorMenuItem(),
                        plan);
        setOnShowing(event -> {
            fillSite(siteDownloads, connected.get(), true);
            fillSite(siteUploads, connected.get(), false);
        });
        preferences.speed().subscribe(this::describe);
    }

    private Menu menu(String id, String text, boolean download) {
        Menu menu = menu(id, text);
        preferences
                .speed()
                .subscribe(plan -> fill(menu, of(plan.always(), download), speed -> {
                    SpeedPlan now = preferences.speed().get();
                    preferences.setSpeed(now.withAlways(with(now.always(), download, speed)));
                }));
        return menu;
    }

    private static Menu menu(String id, String text) {
        Menu menu = new Menu(text);
        menu.setId(id);
        menu.setMnemonicParsing(false);
        return menu;
    }

    /** Fills the menu of the server that is shown. */
    private void fillSite(Menu menu, @Nullable String server, boolean download) {
        menu.setDisable(server == null);
        if (server == null) {
            return;
        }
        SpeedLimit own = preferences.speed().get().sites().getOrDefault(server, SpeedLimit.NONE);
        fill(menu, of(own, download), speed -> {
            SpeedPlan now = preferences.speed().get();
            SpeedLimit before = now.sites().getOrDefault(server, SpeedLimit.NONE);
            preferences.setSpeed(now.withSite(server, with(before, download, speed)));
        });
    }

    private void fill(Menu menu, long now, LongConsumer set) {
        String id = menu.getId();
        List<MenuItem> items = new ArrayList<>();
        for (long preset : PRESETS) {
            items.add(choice(id + "-" + preset, words(preset), preset == now, () -> set.accept(preset)));
        }
        String own =
                PRESETS.contains(now) ? messages.text("speed.own") : messages.text("speed.own.now", formats.rate(now));
        items.add(choice(id + "-own", own, !PRESETS.contains(now), () -> ask(menu.getText(), now, set)));
        menu.getItems().setAll(items);
    }

    private static long of(SpeedLimit limit, boolean download) {
        return download ? limit.download() : limit.upload();
    }

    private static SpeedLimit with(SpeedLimit limit, boolean download, long speed) {
        return download ? new SpeedLimit(speed, limit.upload()) : new SpeedLimit(limit.download(), speed);
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

    private void ask(String title, long now, LongConsumer set) {
        dialogs.askText(new TextQuestion(
                        title,
                        messages.text("speed.own.label"),
                        now == 0 ? "" : String.valueOf(now / 1000),
                        8,
                        messages.text("speed.own.action"),
                        text -> SpeedInput.bytesPerSecond(text).isPresent()
                                ? Optional.empty()
                                : Optional.of(messages.text("speed.own.problem"))))
                .flatMap(SpeedInput::bytesPerSecond)
                .ifPresent(set::accept);
    }

    private void describe(SpeedPlan plan) {
        SpeedLimit limit = plan.always();
        boolean limited = !limit.equals(SpeedLimit.NONE)
                || !plan.rules().isEmpty()
                || !plan.sites().isEmpty();
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
