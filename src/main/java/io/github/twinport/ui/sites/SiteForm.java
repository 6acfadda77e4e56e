// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import io.github.twinport.ui.fx.Icons;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.kordamp.ikonli.feather.Feather;

/** The pages of one site. The first is all that most sites need; a page with something wrong on it is marked. */
final class SiteForm extends TabPane {

    private final GeneralPage general;
    private final List<SitePage> pages;
    private final Map<FormGrid, Tab> tabs = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(this, "valid");
    private boolean filling = true;

    SiteForm(Messages messages) {
        setId("site-form");
        setAccessibleText(messages.text("sites.pages"));
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        general = new GeneralPage(messages, this::check);
        pages = List.of(
                new ConnectionPage(messages, this::check),
                new SecurityPage(messages, general.securityProperty(), this::check),
                new LoginPage(messages, this::check),
                new TransferPage(messages, this::check));
        add("general", general.title(), general.view());
        add("connection", pages.get(0).title(), pages.get(0).view());
        add("security", pages.get(1).title(), pages.get(1).view());
        add("login", pages.get(2).title(), pages.get(2).view());
        add("transfers", pages.get(3).title(), pages.get(3).view());
        showNew();
    }

    /** Whether everything in the fields makes sense. */
    ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** Shows a saved site. */
    void show(Site site) {
        fill(SiteInput.of(site), site);
    }

    /** Shows a site that says nothing yet, and is not called wrong before the user has typed. */
    void showNew() {
        fill(SiteInput.BLANK, SiteInput.UNNAMED);
        getSelectionModel().selectFirst();
    }

    /** What the fields say; only where they are valid. */
    Site site() {
        Site site = general.site();
        for (SitePage page : pages) {
            site = page.applyTo(site);
        }
        return site;
    }

    /** The password to save, empty to leave what is saved. */
    String password() {
        return general.password();
    }

    /** Shows whether a password is saved for the site. */
    void showSaved(boolean saved) {
        general.showSaved(saved);
    }

    /** Is told when the saved password is to be forgotten. */
    void onForget(Runnable action) {
        general.onForget(action);
    }

    void focusName() {
        general.focusName();
    }

    private void fill(SiteInput input, Site site) {
        filling = true;
        general.show(input);
        pages.forEach(page -> page.show(site));
        showSaved(false);
        filling = false;
        valid.set(problems().isEmpty());
        show(Map.of());
    }

    private void add(String name, String title, FormGrid grid) {
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        Tab tab = new Tab(title, scroll);
        tab.setId("site-page-" + name);
        getTabs().add(tab);
        tabs.put(grid, tab);
    }

    private void check() {
        if (!filling) {
            Map<String, String> problems = problems();
            valid.set(problems.isEmpty());
            show(problems);
        }
    }

    private Map<String, String> problems() {
        Map<String, String> problems = new HashMap<>(general.problems());
        pages.forEach(page -> problems.putAll(page.problems()));
        return problems;
    }

    private void show(Map<String, String> problems) {
        tabs.forEach((grid, tab) -> {
            boolean wrong = grid.showProblems(problems);
            tab.setGraphic(wrong ? Icons.of(Feather.ALERT_CIRCLE, Styles.DANGER) : null);
        });
    }
}
