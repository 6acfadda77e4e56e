// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import atlantafx.base.theme.Styles;
import io.github.twinport.files.PathSyntax;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.QueueMode;
import io.github.twinport.transfer.QueueOrder;
import io.github.twinport.transfer.rules.ExistingRule;
import io.github.twinport.transfer.rules.RenamePattern;
import io.github.twinport.transfer.rules.RenameProblems;
import io.github.twinport.transfer.rules.TransferDefaults;
import io.github.twinport.transfer.rules.Verification;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.Icons;
import io.github.twinport.ui.fx.TextQuestion;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The rules of new transfers: existing targets of each direction, comparison of contents, names of uploads. And the order
 * of all.
 */
public final class RulesMenu extends MenuButton {

    private final TransferPreferences preferences;
    private final Messages messages;
    private final Dialogs dialogs;
    private final CheckMenuItem direct = new CheckMenuItem();
    private @Nullable String server;

    /**
     * The menu for new transfers.
     *
     * @param preferences where they are kept
     * @param dialogs warns of what a choice means
     * @param connected the server {@code host:port} that is shown, null when none is
     */
    public RulesMenu(
            TransferPreferences preferences, Messages messages, Dialogs dialogs, Supplier<@Nullable String> connected) {
        this.preferences = preferences;
        this.messages = messages;
        this.dialogs = dialogs;
        setId("rules-menu");
        setGraphic(Icons.of(Feather.SLIDERS));
        setMnemonicParsing(false);
        setTooltip(new Tooltip(messages.text("rules.menu")));
        setAccessibleText(messages.text("rules.menu"));
        getStyleClass().add(Styles.FLAT);
        direct.setId("rules-direct");
        direct.setMnemonicParsing(false);
        direct.setOnAction(event -> setDirect(direct.isSelected()));
        getItems()
                .addAll(
                        existing("rules-downloads", messages.text("rules.downloads"), true),
                        existing("rules-uploads", messages.text("rules.uploads"), false),
                        names(),
                        verification(),
                        new SeparatorMenuItem(),
                        inOrder(),
                        durable(),
                        permissions("rules-permissions-downloads", messages.text("rules.permissions.downloads"), true),
                        permissions("rules-permissions", messages.text("rules.permissions"), false),
                        direct,
                        new SeparatorMenuItem(),
                        order());
        setOnShowing(event -> show(connected.get()));
    }

    private Menu existing(String id, String text, boolean download) {
        Menu menu = menu(id, text);
        preferences.defaults().subscribe(now -> {
            ExistingRule chosen = (download ? now.downloads() : now.uploads()).existing();
            menu.getItems()
                    .setAll(Stream.of(ExistingRule.values())
                            .map(rule -> choice(
                                    id + "-" + key(rule),
                                    messages.text("rules.existing." + key(rule)),
                                    rule == chosen,
                                    () -> set(preferences.defaults().get().withExisting(download, rule))))
                            .toList());
        });
        return menu;
    }

    private MenuItem names() {
        MenuItem item = new MenuItem();
        item.setId("rules-names");
        item.setMnemonicParsing(false);
        preferences
                .defaults()
                .subscribe(now -> item.setText(messages.text(
                        "renamePattern.menu", now.downloads().renamePattern().text())));
        item.setOnAction(event -> dialogs.askText(nameQuestion())
                .ifPresent(text -> set(preferences.defaults().get().withRenamePattern(new RenamePattern(text)))));
        return item;
    }

    private TextQuestion nameQuestion() {
        String now = preferences.defaults().get().downloads().renamePattern().text();
        return new TextQuestion(
                messages.text("renamePattern.title"),
                new RenameProblems(messages).label(),
                now,
                now.length(),
                messages.text("renamePattern.action"),
                new RenameProblems(messages)::of,
                this::example);
    }

    private String example(String pattern) {
        LocalDateTime now = LocalDateTime.now(Clock.system(ZoneId.systemDefault()));
        return messages.text(
                "renamePattern.example", new RenamePattern(pattern).name("photo.jpg", 2, now, PathSyntax.SLASH));
    }

    private Menu verification() {
        Menu menu = menu("rules-verification", messages.text("rules.verification"));
        preferences.defaults().subscribe(now -> {
            Verification chosen = now.downloads().verification();
            menu.getItems()
                    .setAll(List.of(
                            choice("off", messages.text("rules.verification.off"), chosen, Verification.OFF),
                            choice(
                                    "automatic",
                                    messages.text("rules.verification.automatic"),
                                    chosen,
                                    Verification.AUTOMATIC),
                            choice("always", messages.text("rules.verification.always"), chosen, Verification.ALWAYS)));
        });
        return menu;
    }

    private MenuItem choice(String id, String text, Verification chosen, Verification verification) {
        return choice(
                "rules-verification-" + id,
                text,
                verification.equals(chosen),
                () -> set(preferences.defaults().get().withVerification(verification)));
    }

    private CheckMenuItem inOrder() {
        CheckMenuItem item = new CheckMenuItem(messages.text("rules.inOrder"));
        item.setId("rules-in-order");
        item.setMnemonicParsing(false);
        preferences.mode().subscribe(now -> item.setSelected(now == QueueMode.IN_ORDER));
        item.setOnAction(event -> preferences.setMode(item.isSelected() ? QueueMode.IN_ORDER : QueueMode.PARALLEL));
        return item;
    }

    private CheckMenuItem durable() {
        CheckMenuItem item = new CheckMenuItem(messages.text("rules.durable"));
        item.setId("rules-durable");
        item.setMnemonicParsing(false);
        item.setSelected(preferences.isDurable());
        item.setOnAction(event -> preferences.setDurable(item.isSelected()));
        return item;
    }

    private CheckMenuItem permissions(String id, String text, boolean download) {
        CheckMenuItem item = new CheckMenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        preferences
                .defaults()
                .subscribe(now -> item.setSelected((download ? now.downloads() : now.uploads()).permissions()));
        item.setOnAction(event -> set(preferences.defaults().get().withPermissions(download, item.isSelected())));
        return item;
    }

    private CheckMenuItem order() {
        CheckMenuItem item = new CheckMenuItem(messages.text("rules.smallFirst"));
        item.setId("rules-small-first");
        item.setMnemonicParsing(false);
        item.setSelected(preferences.order() == QueueOrder.SMALL_FIRST);
        item.setOnAction(event -> preferences.setOrder(item.isSelected() ? QueueOrder.SMALL_FIRST : QueueOrder.LISTED));
        return item;
    }

    private static Menu menu(String id, String text) {
        Menu menu = new Menu(text);
        menu.setId(id);
        menu.setMnemonicParsing(false);
        return menu;
    }

    private static MenuItem choice(String id, String text, boolean selected, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setSelected(selected);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void show(@Nullable String connected) {
        server = connected;
        direct.setDisable(connected == null);
        direct.setText(
                connected == null ? messages.text("rules.direct.nowhere") : messages.text("rules.direct", connected));
        direct.setSelected(connected != null
                && preferences.defaults().get().directServers().contains(connected));
    }

    private void setDirect(boolean on) {
        String named = server;
        if (named == null) {
            return;
        }
        boolean agreed = !on
                || dialogs.confirm(
                        messages.text("rules.direct.title"),
                        messages.text("rules.direct.text"),
                        messages.text("rules.direct.action"));
        if (agreed) {
            set(preferences.defaults().get().withDirect(named, on));
        }
        direct.setSelected(on && agreed);
    }

    private void set(TransferDefaults defaults) {
        preferences.setDefaults(defaults);
    }

    private static String key(ExistingRule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }
}
