// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.i18n.Messages;
import io.github.twinport.settings.Setting;
import io.github.twinport.settings.Settings;
import io.github.twinport.ui.fx.Icons;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How the window is divided: both panes side by side, transfers and log below, each share as the user left it. */
final class MainLayout extends BorderPane {

    private final Settings settings;
    private final KeptDivision local;
    private final KeptDivision panes;
    private final TabPane below = new TabPane();
    private final Tab transfers;
    private final Tab log;
    private final VBox top = new VBox();

    MainLayout(WindowParts parts, Settings settings, Messages messages) {
        this.settings = settings;
        setId("main-layout");
        getStyleClass().add("main-layout");
        transfers = tab("tab-transfers", Feather.REPEAT, messages.text("tabs.transfers"), parts.transfers());
        log = tab("tab-log", Feather.TERMINAL, messages.text("tabs.log"), parts.log());
        below.setId("below");
        below.getTabs().addAll(transfers, log);
        below.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        SplitPane sides = new SplitPane(parts.local().view(), parts.remote().view());
        sides.setId("panes");
        local = new KeptDivision(sides, settings.get(Setting.LOCAL_SHARE));
        SplitPane whole = new SplitPane(sides, below);
        whole.setId("whole");
        whole.setOrientation(Orientation.VERTICAL);
        panes = new KeptDivision(whole, settings.get(Setting.PANES_SHARE));
        setTop(top);
        setCenter(whole);
    }

    /** Puts bars above the panes. */
    void addAbove(Node... bars) {
        top.getChildren().addAll(bars);
    }

    /** Brings the transfers to the front and gives them the keyboard. */
    void showTransfers() {
        show(transfers);
    }

    /** Brings the log to the front and gives it the keyboard. */
    void showLog() {
        show(log);
    }

    private void show(Tab tab) {
        below.getSelectionModel().select(tab);
        tab.getContent().requestFocus();
    }

    private static Tab tab(String id, Feather symbol, String text, Node content) {
        Tab tab = new Tab(text, content);
        tab.setId(id);
        tab.setGraphic(Icons.of(symbol));
        return tab;
    }

    /** Keeps the shares for the next start. */
    void remember() {
        settings.set(Setting.LOCAL_SHARE, local.share());
        settings.set(Setting.PANES_SHARE, panes.share());
    }
}
