// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import atlantafx.base.theme.Styles;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.Icons;
import io.github.twinport.ui.trust.SavedPasswords;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of saved sites with a form to change them. JavaFX thread only. */
final class SiteManager extends BorderPane {

    private final SitesModel model;
    private final Messages messages;
    private final Dialogs dialogs;
    private final SavedPasswords passwords;
    private final Consumer<Site> connect;
    private final ListView<Site> list = new ListView<>();
    private final SiteForm form;
    private final ListChangeListener<Site> changes = change -> refill();
    private long shown = Site.UNSAVED;

    SiteManager(
            SitesModel model, Messages messages, Dialogs dialogs, SavedPasswords passwords, Consumer<Site> connect) {
        this.model = model;
        this.messages = messages;
        this.dialogs = dialogs;
        this.passwords = passwords;
        this.connect = connect;
        form = new SiteForm(messages);
        form.onForget(this::forgetPassword);
        setId("site-manager");
        getStyleClass().add("site-manager");
        prepareList();
        setLeft(sidebar());
        setCenter(editor());
        model.sites().addListener(changes);
        list.getItems().setAll(model.sites());
        if (model.sites().isEmpty()) {
            startNew();
        } else {
            list.getSelectionModel().selectFirst();
        }
    }

    /** Lets go of the model; the manager is not used any more. */
    void dispose() {
        model.sites().removeListener(changes);
    }

    ListView<Site> list() {
        return list;
    }

    private void prepareList() {
        list.setId("site-list");
        list.setAccessibleText(messages.text("sites.list"));
        list.setCellFactory(view -> new SiteCell());
        Label none = new Label(messages.text("sites.none"));
        none.getStyleClass().add(Styles.TEXT_MUTED);
        list.setPlaceholder(none);
        list.getSelectionModel().selectedItemProperty().subscribe((before, now) -> show(now));
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                connectSelected();
            }
        });
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                connectSelected();
                key.consume();
            } else if (key.getCode() == KeyCode.DELETE) {
                delete();
                key.consume();
            }
        });
    }

    private VBox sidebar() {
        Button add = Controls.button("site-new", messages.text("sites.new"));
        add.setGraphic(Icons.of(Feather.PLUS));
        add.setOnAction(pressed -> startNew());
        Button delete = Controls.iconButton("site-delete", Feather.TRASH_2, messages.text("sites.delete"));
        delete.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        delete.setOnAction(pressed -> delete());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(add, space, delete);
        buttons.getStyleClass().add("site-buttons");
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox sidebar = new VBox(list, buttons);
        sidebar.getStyleClass().add("site-sidebar");
        return sidebar;
    }

    private BorderPane editor() {
        Button save = Controls.button("site-save", messages.text("sites.save"));
        save.disableProperty().bind(form.validProperty().not());
        save.setOnAction(pressed -> save());
        Button open = Controls.button("site-connect", messages.text("sites.connect"));
        open.getStyleClass().add(Styles.ACCENT);
        open.setDefaultButton(true);
        open.disableProperty().bind(form.validProperty().not());
        open.setOnAction(pressed -> connect());
        HBox buttons = new HBox(save, open);
        buttons.getStyleClass().add("site-actions");
        BorderPane editor = new BorderPane(form);
        editor.setBottom(buttons);
        return editor;
    }

    private void show(@Nullable Site site) {
        if (site != null) {
            shown = site.id();
            form.show(site);
            showSaved(site);
        }
    }

    private void startNew() {
        list.getSelectionModel().clearSelection();
        shown = Site.UNSAVED;
        form.showNew();
        form.focusName();
    }

    private void save() {
        if (form.validProperty().get()) {
            savePassword();
            model.save(form.site(), saved -> {
                shown = saved.id();
                selectShown();
            });
        }
    }

    private void connect() {
        savePassword();
        connect.accept(form.site());
    }

    private void savePassword() {
        Site site = form.site();
        if (!site.anonymous() && !form.password().isEmpty()) {
            passwords.save(site.server(), site.user(), form.password());
            form.showSaved(true);
        }
    }

    private void forgetPassword() {
        Site site = list.getSelectionModel().getSelectedItem();
        if (site != null) {
            passwords.forget(site.server(), site.user());
            form.showSaved(false);
        }
    }

    private void showSaved(Site site) {
        if (!site.anonymous()) {
            passwords.holds(site.server(), site.user()).thenAccept(saved -> {
                if (shown == site.id() && saved) {
                    form.showSaved(true);
                }
            });
        }
    }

    private void delete() {
        Site site = list.getSelectionModel().getSelectedItem();
        if (site != null
                && dialogs.confirm(
                        messages.text("sites.delete.title", site.name()),
                        messages.text("sites.delete.text"),
                        messages.text("sites.delete"))) {
            int place = list.getSelectionModel().getSelectedIndex();
            model.delete(site, () -> {
                if (model.sites().isEmpty()) {
                    startNew();
                } else {
                    list.getSelectionModel()
                            .select(Math.min(place, model.sites().size() - 1));
                }
            });
        }
    }

    private void connectSelected() {
        if (list.getSelectionModel().getSelectedItem() != null
                && form.validProperty().get()) {
            connect();
        }
    }

    private void refill() {
        list.getItems().setAll(model.sites());
        selectShown();
    }

    private void selectShown() {
        model.sites().stream()
                .filter(site -> site.id() == shown)
                .findFirst()
                .ifPresent(site -> list.getSelectionModel().select(site));
    }

    /** A site of the list: its name, below it where it leads. */
    private static final class SiteCell extends ListCell<Site> {

        private final Label name = new Label();
        private final Label place = new Label();
        private final VBox both = new VBox(name, place);

        SiteCell() {
            place.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        }

        @Override
        protected void updateItem(@Nullable Site site, boolean empty) {
            super.updateItem(site, empty);
            if (empty || site == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String host = site.server().host();
            name.setText(site.name());
            place.setText(site.folder().isEmpty() ? host : site.folder() + " · " + host);
            setAccessibleText(site.name() + ", " + place.getText());
            setGraphic(both);
        }
    }
}
