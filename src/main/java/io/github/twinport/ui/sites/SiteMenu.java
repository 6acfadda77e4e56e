// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import io.github.twinport.ui.fx.Controls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/** Keeps the end of a menu filled with the saved sites, folders as sub-menus, below the menu's own items. */
public final class SiteMenu {

    private final ObservableList<MenuItem> items;
    private final int own;
    private final SitesModel model;
    private final Messages messages;
    private final Consumer<Site> open;

    /**
     * Couples a menu to the sites. The menu must live as long as the model.
     *
     * @param items the items of the menu; what is in it now stays
     * @param model the sites
     * @param messages the texts
     * @param open is given the site that was chosen
     */
    public SiteMenu(ObservableList<MenuItem> items, SitesModel model, Messages messages, Consumer<Site> open) {
        this.items = items;
        this.own = items.size();
        this.model = model;
        this.messages = messages;
        this.open = open;
        model.sites().addListener((ListChangeListener<Site>) change -> fill());
        fill();
    }

    private void fill() {
        List<MenuItem> filled = new ArrayList<>(items.subList(0, own));
        Map<String, Menu> folders = new LinkedHashMap<>();
        List<MenuItem> topLevel = new ArrayList<>();
        for (Site site : model.sites()) {
            MenuItem item = Controls.menuItem("site-" + site.id(), site.name());
            item.setOnAction(chosen -> open.accept(site));
            if (site.folder().isEmpty()) {
                topLevel.add(item);
            } else {
                folders.computeIfAbsent(site.folder(), SiteMenu::folder)
                        .getItems()
                        .add(item);
            }
        }
        filled.addAll(folders.values());
        filled.addAll(topLevel);
        if (filled.size() == own) {
            MenuItem none = Controls.menuItem("sites-none", messages.text("sites.none"));
            none.setDisable(true);
            filled.add(none);
        }
        items.setAll(filled);
    }

    private static Menu folder(String name) {
        Menu menu = new Menu(name);
        menu.setMnemonicParsing(false);
        return menu;
    }
}
