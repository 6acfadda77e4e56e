// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.i18n.Messages;
import io.github.twinport.settings.Setting;
import io.github.twinport.settings.Settings;
import io.github.twinport.settings.WindowBounds;
import io.github.twinport.sites.Site;
import io.github.twinport.ui.fx.Controls;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.Icons;
import io.github.twinport.ui.fx.TextQuestion;
import io.github.twinport.ui.fx.Theme;
import io.github.twinport.ui.sites.SiteManagerWindow;
import io.github.twinport.ui.sites.SiteMenu;
import io.github.twinport.ui.sites.SitesModel;
import io.github.twinport.ui.trust.SavedPasswords;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.kordamp.ikonli.feather.Feather;

/** The main window: menu, quick connect, both panes, transfers and log, status bar. JavaFX thread only. */
public final class MainWindow implements WindowActions {

    private final Stage stage;
    private final Messages messages;
    private final Settings settings;
    private final SitesModel sites;
    private final Dialogs dialogs;
    private final SavedPasswords passwords;
    private final Connection connection;
    private final WindowParts parts;
    private final WindowGuard guard;
    private final MainLayout layout;
    private final QuickConnectBar bar;
    private final List<CommandGroup> commands;

    MainWindow(
            Stage stage,
            Theme theme,
            Messages messages,
            Settings settings,
            SitesModel sites,
            Dialogs dialogs,
            SavedPasswords passwords,
            Connection connection,
            WindowParts parts,
            WindowGuard guard) {
        this.stage = stage;
        this.messages = messages;
        this.settings = settings;
        this.sites = sites;
        this.dialogs = dialogs;
        this.passwords = passwords;
        this.connection = connection;
        this.parts = parts;
        this.guard = guard;
        layout = new MainLayout(parts, settings, messages);
        bar = new QuickConnectBar(messages, connection::connect);
        commands = new MainCommands(messages, this, connection).groups(parts.transferCommands());
        MainMenu menu = new MainMenu(commands);
        menu.menu("menu-view").getItems().addAll(new SeparatorMenuItem(), new ThemeMenu(theme, settings, messages));
        new SiteMenu(menu.menu("menu-sites").getItems(), sites, messages, this::open);
        bar.append(siteButton());
        layout.addAbove(menu, bar, new ConnectionBanner(connection, messages));
        layout.setBottom(new StatusBar(connection, parts.queueSummary(), messages));
        connection.connectedProperty().subscribe(now -> showConnected());
        Scene scene = new Scene(layout);
        theme.addTo(scene);
        stage.setScene(scene);
        prepareStage();
    }

    /** Shows the window where it stood last. */
    public void show() {
        WindowBounds bounds = new WindowPlacement(Screen.getScreens().stream()
                        .map(Screen::getVisualBounds)
                        .toList())
                .clamp(settings.get(Setting.MAIN_WINDOW));
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        stage.show();
        stage.setMaximized(bounds.maximized());
        bar.focusAddress();
    }

    /** Connects as if the user had asked for it. */
    public void connect(ConnectRequest request) {
        connection.connect(request);
    }

    /** Shows a folder of this computer. */
    public void openLocal(String folder) {
        parts.local().open(folder);
    }

    private void prepareStage() {
        WindowIcons.addTo(stage.getIcons());
        stage.setMinWidth(WindowPlacement.MIN_WIDTH);
        stage.setMinHeight(WindowPlacement.MIN_HEIGHT);
        stage.setOnCloseRequest(request -> {
            if (guard.mayClose()) {
                remember();
            } else {
                request.consume();
            }
        });
    }

    /** A maximised window keeps the bounds that it had before. */
    private void remember() {
        WindowBounds before = settings.get(Setting.MAIN_WINDOW);
        settings.set(
                Setting.MAIN_WINDOW,
                stage.isMaximized()
                        ? new WindowBounds(before.x(), before.y(), before.width(), before.height(), true)
                        : new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
        settings.set(Setting.LOCAL_FOLDER, parts.local().folder());
        layout.remember();
    }

    private MenuButton siteButton() {
        MenuButton button = new MenuButton(messages.text("sites.window"), Icons.of(Feather.BOOKMARK));
        button.setId("sites-button");
        button.setMnemonicParsing(false);
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        button.getItems().add(Controls.menuItem("sites-button-manage", messages.text("command.sites")));
        button.getItems().getFirst().setOnAction(chosen -> manageSites());
        button.getItems().add(new SeparatorMenuItem());
        new SiteMenu(button.getItems(), sites, messages, this::open);
        return button;
    }

    private void open(Site site) {
        connection.connect(ConnectRequest.of(site));
    }

    private void showConnected() {
        Connected open = connection.connectedProperty().get();
        if (open == null) {
            parts.remote().detach();
            stage.setTitle(messages.text("window.title"));
            return;
        }
        ConnectRequest request = open.request();
        bar.show(request);
        parts.remote().attach(open);
        parts.remote().focus();
        if (!request.localFolder().isEmpty()) {
            parts.local().open(request.localFolder());
        }
        stage.setTitle(messages.text("window.title.connected", withoutSupplementary(request.name())));
    }

    /** On Linux a supplementary character in a title is not drawn or crashes JavaFX before 27 (JDK-8382166). */
    private static String withoutSupplementary(String text) {
        return text.codePoints()
                .filter(Character::isBmpCodePoint)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public void focusAddress() {
        bar.focusAddress();
    }

    @Override
    public void focusLocal() {
        parts.local().focus();
    }

    @Override
    public void focusRemote() {
        parts.remote().focus();
    }

    @Override
    public void showTransfers() {
        layout.showTransfers();
    }

    @Override
    public void showLog() {
        layout.showLog();
    }

    @Override
    public void saveConnection() {
        Connected open = connection.connectedProperty().get();
        if (open != null) {
            dialogs.askText(new TextQuestion(
                            messages.text("sites.saveTitle"),
                            messages.text("sites.name"),
                            open.request().name(),
                            messages.text("sites.save")))
                    .ifPresent(name -> sites.save(site(name, open), saved -> {}));
        }
    }

    private Site site(String name, Connected open) {
        ConnectRequest request = open.request();
        return new Site(
                Site.UNSAVED,
                name.strip(),
                "",
                request.server(),
                request.user(),
                request.user().isEmpty(),
                request.dataMode(),
                request.charset().name(),
                parts.local().folder(),
                parts.remote().folder(),
                request.options());
    }

    @Override
    public void manageSites() {
        new SiteManagerWindow(stage, sites, messages, dialogs, passwords).show().ifPresent(this::open);
    }

    @Override
    public void showKeys() {
        SheetWindow.show(
                stage, "keys-dialog", messages.text("command.keys"), new KeySheet(commands, messages), messages);
    }

    @Override
    public void showAbout() {
        SheetWindow.show(
                stage,
                "about-dialog",
                messages.text("command.about"),
                new AboutSheet(messages, parts.version()),
                messages);
    }

    @Override
    public void quit() {
        stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }
}
