// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.i18n.Messages;
import io.github.twinport.settings.Appearance;
import io.github.twinport.sites.Site;
import io.github.twinport.sites.SiteRepository;
import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.FxThread;
import io.github.twinport.ui.fx.TextQuestion;
import io.github.twinport.ui.trust.PasswordNotes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteManagerTest extends FxTest {

    private static final Messages MESSAGES = Messages.forLocale(Locale.ENGLISH);

    @TempDir
    Path folder;

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final List<StoreException> failures = new ArrayList<>();
    private final List<Site> connected = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();
    private final PasswordNotes passwords = new PasswordNotes();
    private boolean agree = true;
    private Database database;
    private SiteRepository repository;
    private SitesModel model;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder);
        repository = new SiteRepository(database);
        model = new SitesModel(repository, background, new FxThread(), failures::add);
    }

    @AfterEach
    void close() {
        background.shutdown();
        database.close();
    }

    @Test
    void savesANewSiteByKeyboard() throws IOException {
        showManager();
        TextField name = find(TextField.class, "#site-name");
        assertThat(find(Button.class, "#site-save").isDisabled()).isTrue();
        robot.clickOn(name).write("Web_server");
        robot.clickOn("#site-host").write("ftp.example.org").type(KeyCode.TAB).write("2121");
        robot.clickOn("#site-user").write("ada").type(KeyCode.TAB).write("s3cret");
        robot.clickOn("#site-save");
        waitFor("the list", () -> model.sites().size() == 1);

        assertThat(repository.list()).singleElement().satisfies(site -> {
            assertThat(site.name()).isEqualTo("Web_server");
            assertThat(site.server()).isEqualTo(new Server("ftp.example.org", 2121, Security.EXPLICIT_TLS));
            assertThat(site.user()).isEqualTo("ada");
        });
        assertThat(passwords.saved()).containsExactly(Map.entry("ada@ftp.example.org:2121", "s3cret"));
    }

    @Test
    void showsThatAPasswordIsSavedWithoutShowingItAndForgetsItOnRequest() throws IOException {
        Site site = new Site(
                Site.UNSAVED,
                "Web",
                "",
                new Server("ftp.example.org", 21, Security.PLAIN),
                "ada",
                false,
                DataMode.AUTOMATIC,
                "UTF-8",
                "",
                "");
        repository.save(site);
        passwords.save(site.server(), "ada", "s3cret");
        fill();
        showManager();
        TextField field = find(TextField.class, "#site-password");

        assertThat(field.getText()).isEmpty();
        assertThat(field.getPromptText()).isEqualTo("saved");
        robot.clickOn("#site-password-forget");
        assertThat(passwords.saved()).isEmpty();
        assertThat(field.getPromptText()).isEqualTo("asked for when connecting");
    }

    @Test
    void saysInlineWhatIsWrong() {
        showManager();
        robot.clickOn("#site-port").write("99999");
        Label problem = find(Label.class, "#site-port-problem");

        assertThat(problem.getText()).isEqualTo("A port is a number from 1 to 65535.");
        assertThat(find(Button.class, "#site-connect").isDisabled()).isTrue();
    }

    @Test
    void changesASavedSite() throws IOException {
        Site saved = repository.save(site("Old", "Work"));
        fill();
        showManager();
        TextField name = find(TextField.class, "#site-name");
        assertThat(name.getText()).isEqualTo("Old");
        robot.clickOn(name).type(KeyCode.END).write(" and new");
        robot.clickOn("#site-save");
        waitFor("the list", () -> model.sites().getFirst().name().equals("Old and new"));

        assertThat(repository.list()).singleElement().extracting(Site::id).isEqualTo(saved.id());
    }

    @Test
    void deletesOnlyAfterAQuestion() throws IOException {
        repository.save(site("Keep", ""));
        fill();
        showManager();
        agree = false;
        robot.clickOn("#site-delete");
        assertThat(questions).containsExactly("Delete the site “Keep”?");
        assertThat(repository.list()).hasSize(1);
        agree = true;
        robot.clickOn("#site-list").type(KeyCode.HOME).type(KeyCode.DELETE);
        waitFor("the list", () -> model.sites().isEmpty());

        assertThat(repository.list()).isEmpty();
    }

    @Test
    void connectsTheSelectedSiteByEnter() throws IOException {
        repository.save(site("Alpha", "Work"));
        Site beta = repository.save(site("beta", "Work"));
        repository.save(site("Home", ""));
        fill();
        showManager();
        screenshot("sites-light");
        choose(Appearance.DARK);
        screenshot("sites-dark");
        robot.clickOn("#site-list").type(KeyCode.END).type(KeyCode.ENTER);
        waitFor("the connection", () -> !connected.isEmpty());

        assertThat(connected).containsExactly(beta);
    }

    @Test
    void showsEveryPageInBothLooksAndInALowWindow() throws IOException {
        repository.save(site("Alpha", "Work"));
        repository.save(site("Home", ""));
        fill();
        showManager();
        for (Appearance look : List.of(Appearance.LIGHT, Appearance.DARK)) {
            choose(look);
            for (String page : List.of("general", "connection", "security", "login", "transfers")) {
                robot.clickOn("#site-page-" + page);
                SiteForm form = find(SiteForm.class, "#site-form");
                assertThat(onFx(() -> form.getSelectionModel().getSelectedItem().getId()))
                        .isEqualTo("site-page-" + page);
                screenshot("sites-" + page + "-" + look.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    @Test
    void tellsWhenTheDatabaseIsGone() {
        database.close();
        runOnFx(() -> model.save(site("lost", ""), saved -> connected.add(saved)));
        waitFor("the failure", () -> !failures.isEmpty());

        assertThat(failures).singleElement().isInstanceOf(StoreException.Unavailable.class);
        assertThat(connected).isEmpty();
    }

    @Test
    void fillsAMenuWithFoldersAndSites() throws IOException {
        repository.save(site("a_b__c", ""));
        repository.save(site("Alpha", "Work"));
        fill();
        Menu menu = new Menu();
        menu.getItems().add(new MenuItem("own"));
        runOnFx(() -> new SiteMenu(menu.getItems(), model, MESSAGES, connected::add));

        assertThat(menu.getItems()).extracting(MenuItem::getText).containsExactly("own", "Work", "a_b__c");
        assertThat(menu.getItems().get(2).isMnemonicParsing()).isFalse();
        runOnFx(() -> menu.getItems().get(2).fire());
        assertThat(connected).extracting(Site::name).containsExactly("a_b__c");
        runOnFx(() -> ((Menu) menu.getItems().get(1)).getItems().getFirst().fire());
        assertThat(connected).extracting(Site::name).containsExactly("a_b__c", "Alpha");
    }

    @Test
    void saysInTheMenuThatNothingIsSaved() {
        Menu menu = new Menu();
        runOnFx(() -> new SiteMenu(menu.getItems(), model, MESSAGES, connected::add));

        assertThat(menu.getItems()).singleElement().satisfies(item -> {
            assertThat(item.isDisable()).isTrue();
            assertThat(item.getText()).isEqualTo("No sites saved yet");
        });
    }

    private void fill() throws IOException {
        int saved = repository.list().size();
        runOnFx(model::reload);
        waitFor("the sites", () -> model.sites().size() == saved);
    }

    private void showManager() {
        show(() -> new SiteManager(model, MESSAGES, new Answers(), passwords, connected::add));
    }

    private static Site site(String name, String group) {
        return new Site(
                Site.UNSAVED,
                name,
                group,
                new Server("ftp.example.org", 21, Security.PLAIN),
                "",
                true,
                DataMode.AUTOMATIC,
                "UTF-8",
                "",
                "/pub");
    }

    /** Answers in the user's place. */
    private final class Answers implements Dialogs {

        @Override
        public boolean confirm(String title, String text, String action) {
            questions.add(title);
            return agree;
        }

        @Override
        public Optional<String> askText(TextQuestion question) {
            return Optional.empty();
        }

        @Override
        public void failure(Explanation explanation) {}
    }
}
