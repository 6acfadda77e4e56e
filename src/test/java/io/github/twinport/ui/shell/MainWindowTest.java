// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.i18n.Messages;
import io.github.twinport.settings.Appearance;
import io.github.twinport.settings.Setting;
import io.github.twinport.settings.Settings;
import io.github.twinport.sites.Site;
import io.github.twinport.sites.SiteRepository;
import io.github.twinport.store.Database;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.ui.fx.FxDialogs;
import io.github.twinport.ui.fx.FxThread;
import io.github.twinport.ui.fx.Theme;
import io.github.twinport.ui.sites.SitesModel;
import io.github.twinport.ui.trust.PasswordDialog;
import io.github.twinport.ui.trust.PasswordNotes;
import io.github.twinport.ui.trust.PasswordPrompt;
import io.github.twinport.ui.trust.PasswordQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainWindowTest extends FxTest {

    private static final Messages MESSAGES = Messages.forLocale(Locale.ENGLISH);

    @TempDir
    Path folder;

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final FakePane local = new FakePane("local-table");
    private final FakePane remote = new FakePane("remote-table");
    private boolean mayClose = true;
    private Database database;
    private Settings settings;
    private SitesModel sites;
    private Connection connection;
    private Stage window;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder);
        settings = new Settings(database);
        sites = new SitesModel(new SiteRepository(database), background, new FxThread(), failure -> {});
        window = onFx(Stage::new);
        connection = new Connection(
                new SettingsMaker(TlsSettings.of(TrustDecider.STRICT), Timeouts.DEFAULT, line -> {}),
                new FxThread(),
                this::ask,
                new OptionSecrets(this::ask),
                new Explainer(MESSAGES));
        runOnFx(() -> new MainWindow(
                        window,
                        new Theme(),
                        MESSAGES,
                        settings,
                        sites,
                        new FxDialogs(window, MESSAGES),
                        new PasswordNotes(),
                        connection,
                        new WindowParts(
                                local,
                                remote,
                                new StackPane(new Label("transfers")),
                                new StackPane(new Label("log")),
                                new SimpleStringProperty("3 transfers left"),
                                "0.1.0",
                                List.of()),
                        () -> mayClose)
                .show());
        waitFor("the window", window::isFocused);
        robot.targetWindow(window);
    }

    private CompletionStage<Optional<Credentials>> ask(PasswordQuestion question) {
        return CompletableFuture.completedStage(
                new PasswordDialog(() -> window, MESSAGES).ask(question).map(PasswordPrompt.Answer::credentials));
    }

    @AfterEach
    void close() {
        runOnFx(() -> {
            window.hide();
            connection.close();
        });
        background.shutdown();
        settings.close();
        database.close();
    }

    @Test
    void startsUnconnectedWithTheCursorInTheAddress() {
        assertThat(window.getTitle()).isEqualTo("Twinport");
        assertThat(window.getIcons()).hasSize(8);
        waitFor("the focus", () -> node("#quick-address").isFocused());
        assertThat(text("#status-connection")).isEqualTo("Not connected");
        assertThat(text("#status-queue")).isEqualTo("3 transfers left");
        screenshot(window.getScene(), "window-empty");
    }

    @Test
    void connectsByAPastedUrlAndEnter() {
        try (ApacheServer server = ApacheServer.start(folder)) {
            paste("ftp://" + ApacheServer.USER + ":" + ApacheServer.PASSWORD + "@" + server.host() + ":"
                    + server.port());
            assertThat(((TextField) node("#quick-address")).getText()).isEqualTo(server.host());
            assertThat(((TextField) node("#quick-user")).getText()).isEqualTo(ApacheServer.USER);
            assertThat(((TextField) node("#quick-port")).getText()).isEqualTo(Integer.toString(server.port()));
            robot.type(KeyCode.ENTER);
            waitFor("the pane", () -> remote.done().contains("attach /"));

            assertThat(((PasswordField) node("#quick-password")).getText()).isEmpty();
            assertThat(text("#status-connection")).isEqualTo("127.0.0.1 · not encrypted");
            assertThat(window.getTitle()).isEqualTo("127.0.0.1 – Twinport");
            waitFor("the focus", () -> node("#remote-table").isFocused());
            fire("command-disconnect");
            waitFor("the end", () -> remote.done().getLast().equals("detach"));
        }
    }

    @Test
    void keepsUserAndPasswordWhenATypedUrlNamesNone() {
        try (ApacheServer server = ApacheServer.start(folder)) {
            write("ftp://" + server.host() + ":" + server.port());
            runOnFx(() -> {
                ((TextField) node("#quick-user")).setText(ApacheServer.USER);
                ((TextField) node("#quick-password")).setText(ApacheServer.PASSWORD);
            });
            robot.type(KeyCode.ENTER);
            waitFor("the pane", () -> remote.done().contains("attach /"));

            assertThat(((TextField) node("#quick-user")).getText()).isEqualTo(ApacheServer.USER);
            assertThat(((TextField) node("#quick-address")).getText()).isEqualTo(server.host());
        }
    }

    @Test
    void saysUnderTheFieldWhatIsWrongWithAnAddress() {
        write("sftp://host");
        robot.type(KeyCode.ENTER);
        waitFor("the problem", () -> text("#quick-problem").contains("sftp"));
        robot.type(KeyCode.BACK_SPACE);
        waitFor("it to go", () -> text("#quick-problem").isEmpty());
    }

    @Test
    void explainsAFailureInPlaceAndLetsItBeDismissed() {
        paste("ftp://127.0.0.1:1");
        robot.type(KeyCode.ENTER);
        waitFor(
                "the banner",
                () -> node("#connection-banner").isVisible()
                        && node("#connection-banner").lookup("#banner-again") != null);
        assertThat(text("#banner-what")).contains("127.0.0.1:1");
        assertThat(text("#banner-advice")).isNotEmpty();
        screenshot(window.getScene(), "window-failure");
        robot.clickOn(find(Button.class, "#banner-dismiss"));
        waitFor("it to go", () -> !node("#connection-banner").isVisible());
    }

    @Test
    void savesTheConnectionWithBothFoldersAndOpensItAgain() {
        try (ApacheServer server = ApacheServer.start(folder)) {
            runOnFx(() -> local.open("/home/ada"));
            paste("ftp://" + ApacheServer.USER + ":" + ApacheServer.PASSWORD + "@" + server.host() + ":"
                    + server.port());
            robot.type(KeyCode.ENTER);
            waitFor("the pane", () -> remote.done().contains("attach /"));
            fireLater("command-save-site");
            find(TextField.class, "#dialog-field");
            robot.type(KeyCode.ENTER);
            waitFor("the site", () -> sites.sites().size() == 1);
            Site site = onFx(() -> sites.sites().getFirst());

            assertThat(site.name()).isEqualTo("127.0.0.1");
            assertThat(site.localFolder()).isEqualTo("/home/ada");
            assertThat(site.remoteFolder()).isEqualTo("/");
            runOnFx(connection::disconnect);
            fireLater("site-" + site.id());
            PasswordField password = find(PasswordField.class, "#password-field");
            waitFor("the focus", password::isFocused);
            write(ApacheServer.PASSWORD);
            robot.type(KeyCode.ENTER);
            waitFor("the folder", () -> local.done().size() == 2);
        }
    }

    @Test
    void keepsTheDivisionOfTheWindowWhenItIsResized() {
        SplitPane whole = (SplitPane) node("#whole");
        // At 600 the panes give way to the transfers; with more room the division is what it was.
        for (int height : new int[] {800, 600, 900, 800}) {
            runOnFx(() -> window.setHeight(height));
            waitFor("the size", () -> Math.abs(window.getHeight() - height) < 1);
            double least = height == 600 ? 0.4 : 0.64;
            waitFor(
                    "the division at " + height,
                    () -> whole.getDividerPositions()[0] > least && whole.getDividerPositions()[0] < 0.68);
        }
        runOnFx(window::hide);
        assertThat(settings.get(Setting.PANES_SHARE)).isEqualTo(0.66);
    }

    @Test
    void showsAllKeysOnOneSheet() {
        robot.type(KeyCode.F1);
        KeySheet sheet = find(KeySheet.class, "#key-sheet");
        screenshot(sheet.getScene(), "keys");

        assertThat(sheet.lookupAll(".key-cap")).hasSizeGreaterThan(15);
        robot.type(KeyCode.ESCAPE);
        waitFor("the window", window::isFocused);
        fireLater("command-about");
        AboutSheet about = find(AboutSheet.class, "#about-sheet");
        screenshot(about.getScene(), "about");
        robot.type(KeyCode.ESCAPE);
        waitFor("the window", window::isFocused);
    }

    @Test
    void remembersColoursAndPlaceAndAsksBeforeItCloses() {
        fire("appearance-DARK");
        assertThat(settings.get(Setting.APPEARANCE)).isEqualTo(Appearance.DARK);
        screenshot(window.getScene(), "window-empty-dark");
        fire("appearance-LIGHT");
        mayClose = false;
        fire("command-quit");
        assertThat(onFx(window::isShowing)).isTrue();
        mayClose = true;
        runOnFx(() -> window.setWidth(800));
        fire("command-quit");

        waitFor("the end", () -> !window.isShowing());
        assertThat(settings.get(Setting.MAIN_WINDOW).width()).isEqualTo(800);
    }

    private Node node(String query) {
        return window.getScene().lookup(query);
    }

    private String text(String query) {
        return onFx(() -> ((Label) node(query)).getText());
    }

    private void paste(String text) {
        runOnFx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            TextField address = (TextField) node("#quick-address");
            address.requestFocus();
            address.selectAll();
            address.paste();
        });
    }

    private void fire(String id) {
        runOnFx(() -> item(id).fire());
    }

    /** For what opens a dialog: the call returns before it is answered. */
    private void fireLater(String id) {
        MenuItem chosen = onFx(() -> item(id));
        new FxThread().execute(chosen::fire);
    }

    private MenuItem item(String id) {
        MainMenu menu = (MainMenu) node("#main-menu");
        return menu.getMenus().stream()
                .flatMap(MainWindowTest::under)
                .filter(found -> id.equals(found.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no item " + id));
    }

    private static Stream<MenuItem> under(MenuItem item) {
        return item instanceof Menu menu ? menu.getItems().stream().flatMap(MainWindowTest::under) : Stream.of(item);
    }
}
