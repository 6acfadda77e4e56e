// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import static io.github.twinport.ui.explorer.FakeFiles.at;
import static io.github.twinport.ui.explorer.FakeFiles.file;
import static io.github.twinport.ui.explorer.FakeFiles.folder;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.Entry;
import io.github.twinport.ftp.listing.Gap;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.ui.fx.FxThread;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplorerPaneTest extends FxTest {

    private final FakeFiles files = new FakeFiles()
            .put("/", folder("docs"), file("a_b__c.txt", 1_000), file("photo2.jpg", 3), file("photo10.jpg", 2))
            .put("/docs", file("evil\u202Egnp.exe", 1))
            .put("/empty");
    private final FakeDialogs dialogs = new FakeDialogs();
    private final List<TransferIntent> intents = new ArrayList<>();
    private final Location.LocalFolder other = new Location.LocalFolder(Path.of("downloads"));
    private final Messages messages = Messages.forLocale(Locale.ENGLISH);
    private final SimpleObjectProperty<Location> otherFolder = new SimpleObjectProperty<>(other);
    private ExplorerModel model;
    private EntryTable table;

    @BeforeEach
    void open() {
        model = new ExplorerModel(Side.REMOTE, new FxThread(), ForkJoinPool.commonPool(), new Explainer(messages));
        show(() -> new ExplorerPane(
                model,
                otherFolder,
                new PaneContext(
                        dialogs, messages, new Formats(messages, ZoneId.of("UTC")), new DragHold(), intents::add)));
        table = find(EntryTable.class, "#remote-table");
        go("/");
        runOnFx(() -> table.requestFocus());
    }

    @Test
    void namesWithUnderscoresAreShownWhole() {
        assertThat(find(Node.class, "a_b__c.txt").isVisible()).isTrue();
        assertThat(status()).isEqualTo("1 folder, 3 files, 1.0 kB");
    }

    @Test
    void namesThatWouldActOnTheScreenAreEscaped() {
        go("/docs");
        assertThat(find(Node.class, "evil\\u202Egnp.exe").isVisible()).isTrue();
    }

    @Test
    void theKeyboardOpensAndLeavesFolders() {
        select("docs");
        robot.type(KeyCode.ENTER);
        waitFor(
                "the folder",
                () -> model.isSettled()
                        && at("/docs").equals(model.locationProperty().get()));
        robot.type(KeyCode.BACK_SPACE);
        waitFor(
                "the folder above",
                () -> model.isSettled()
                        && at("/").equals(model.locationProperty().get()));
        assertThat(selected()).containsExactly("docs");
    }

    @Test
    void theMouseOpensFoldersAndSendsFiles() {
        find(Node.class, "photo2.jpg");
        robot.doubleClickOn("photo2.jpg");
        waitFor("the transfer", () -> !intents.isEmpty());
        assertThat(intents).containsExactly(new TransferIntent.Entries(at("/"), List.of(file("photo2.jpg", 3)), other));
        robot.doubleClickOn("docs");
        waitFor("the folder", () -> at("/docs").equals(model.locationProperty().get()));
        robot.clickOn("#remote-up");
        waitFor(
                "the folder above",
                () -> model.isSettled()
                        && at("/").equals(model.locationProperty().get()));
    }

    @Test
    void deletesOnlyAfterConfirmation() {
        select("photo2.jpg");
        dialogs.agrees = false;
        robot.type(KeyCode.DELETE);
        assertThat(dialogs.asked).containsExactly("Delete “photo2.jpg”?");
        assertThat(files.done).isEmpty();
        dialogs.agrees = true;
        robot.clickOn("#remote-delete");
        waitFor("the deletion", () -> model.isSettled() && table.getItems().size() == 3);
        assertThat(files.done).containsExactly("delete photo2.jpg");
    }

    @Test
    void renamesWithTheNameBeforeTheDotSelected() {
        select("a_b__c.txt");
        dialogs.text = Optional.of("new.txt");
        robot.type(KeyCode.F2);
        waitFor("the new name", () -> selected().contains("new.txt"));
        var question = dialogs.questions.getFirst();
        assertThat(question.initial().substring(0, question.selected())).isEqualTo("a_b__c");
        assertThat(question.problem().apply("a/b")).isPresent();
        assertThat(question.problem().apply("photo2.jpg")).isPresent();
        assertThat(question.problem().apply("free")).isEmpty();
    }

    @Test
    void makesAFolderAndSelectsIt() {
        dialogs.text = Optional.of("fresh");
        robot.type(KeyCode.F7);
        waitFor("the folder", () -> selected().contains("fresh"));
        assertThat(files.done).containsExactly("make /fresh");
    }

    @Test
    void f5SendsTheSelection() {
        select("docs");
        robot.type(KeyCode.F5);
        assertThat(intents).containsExactly(new TransferIntent.Entries(at("/"), List.of(folder("docs")), other));
    }

    @Test
    void nothingCanBeSentWhileTheOtherSideShowsNothing() {
        runOnFx(() -> otherFolder.set(null));
        select("photo2.jpg");
        Node button = find(Node.class, "#remote-transfer");
        assertThat(onFx(button::isDisabled)).isTrue();
        robot.type(KeyCode.F5);
        assertThat(intents).isEmpty();
        runOnFx(() -> otherFolder.set(other));
        assertThat(onFx(button::isDisabled)).isFalse();
    }

    @Test
    void saysWhyAFolderCannotBeShownAndTriesAgain() {
        runOnFx(() -> model.goTo(at("/gone")));
        assertThat(find(Label.class, "#remote-placeholder-title").getText()).contains("/gone");
        files.put("/gone", file("here again", 1));
        find(Node.class, "#remote-retry");
        robot.clickOn("#remote-retry");
        waitFor("the files", () -> table.getItems().size() == 1);
    }

    @Test
    void saysThatAFolderIsEmpty() {
        go("/empty");
        assertThat(find(Label.class, "#remote-placeholder-title").getText()).isEqualTo("This folder is empty");
    }

    @Test
    void theOrderOfAColumnSorts() {
        // Not by a click: the headless platform calls every press of a button a popup trigger, which a header ignores.
        var size = table.getColumns().get(1);
        runOnFx(() -> table.getSortOrder().setAll(List.of(size)));
        waitFor("the order", () -> shownNames().equals(List.of("docs", "photo10.jpg", "photo2.jpg", "a_b__c.txt")));
        runOnFx(() -> size.setSortType(SortType.DESCENDING));
        waitFor("the order", () -> shownNames().equals(List.of("docs", "a_b__c.txt", "photo2.jpg", "photo10.jpg")));
    }

    @Test
    void typingJumpsToAName() {
        write("photo1");
        assertThat(selected()).containsExactly("photo10.jpg");
    }

    @Test
    void filtersWhileTyping() {
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        waitFor("the field", () -> find(TextField.class, "#remote-filter").isFocused());
        write("photo");
        assertThat(onFx(this::shownNames)).containsExactly("photo2.jpg", "photo10.jpg");
        robot.type(KeyCode.ESCAPE);
        waitFor("all", () -> table.getItems().size() == 4);
        assertThat(onFx(table::isFocused)).isTrue();
    }

    @Test
    void aPathCanBeTyped() {
        robot.press(KeyCode.CONTROL, KeyCode.L).release(KeyCode.L, KeyCode.CONTROL);
        waitFor("the field", () -> robot.lookup("#remote-path").query().isFocused());
        write("/docs");
        robot.type(KeyCode.ENTER);
        waitFor("the folder", () -> at("/docs").equals(model.locationProperty().get()));
    }

    @Test
    void aRefreshKeepsTheSelection() {
        select("photo2.jpg");
        runOnFx(() -> {
            files.put("/", file("a", 1), file("photo2.jpg", 3));
            model.refresh();
        });
        waitFor("the new rows", () -> model.isSettled() && table.getItems().size() == 2);
        assertThat(selected()).containsExactly("photo2.jpg");
        assertThat(status()).endsWith("1 selected, 3 B");
    }

    @Test
    void linesOfTheListingThatWereNotUnderstoodAreCountedAndCanBeSeen() {
        files.unparsed = List.of("what is this", "and \u202Ethis?");
        files.gaps = Set.of(Gap.UNREAD_LINES);
        go("/docs");
        Hyperlink link = find(Hyperlink.class, "#remote-unread");
        assertThat(link.getText()).isEqualTo("2 lines of the listing not understood");
        screenshot("explorer-unread");
        runOnFx(link::fire);
        TextArea lines = find(TextArea.class, "#remote-unread-lines");
        assertThat(lines.getText()).isEqualTo("what is this\nand \\u202Ethis?");
        waitFor("the focus", lines::isFocused);
        screenshot(onFx(lines::getScene), "explorer-unread-lines");

        files.unparsed = List.of();
        files.gaps = Set.of();
        runOnFx(() -> model.refresh());
        waitFor("nothing unread", () -> model.isSettled() && !link.isVisible());
    }

    @Test
    void aFolderThatWasNotShownWholeSaysSo() {
        files.gaps = Set.of(Gap.SHORTENED);
        go("/docs");
        Hyperlink link = find(Hyperlink.class, "#remote-unread");
        assertThat(onFx(link::isVisible)).isTrue();
        assertThat(onFx(link::getText))
                .isEqualTo("Not all of this folder is shown: the server says that it left something out.");
    }

    @Test
    void whatMayBeMissingIsExplainedWithTheServersOwnWords() {
        files.gaps = Set.of(Gap.SHORTENED);
        files.said = List.of("150 Accepted data connection", "226 Output truncated to 20 matches");
        go("/docs");
        Hyperlink link = find(Hyperlink.class, "#remote-unread");
        assertThat(onFx(link::getGraphic)).isNotNull();
        robot.clickOn("#remote-unread");
        TextArea said = find(TextArea.class, "#remote-unread-said");
        assertThat(said.getText()).isEqualTo("150 Accepted data connection\n226 Output truncated to 20 matches");
        assertThat(find(Label.class, "#remote-unread-reasons").getText())
                .startsWith("• the server says that it left something out\nNothing is deleted");
        waitFor("the focus", said::isFocused);
        screenshot(onFx(said::getScene), "explorer-not-whole");
        robot.type(KeyCode.ESCAPE);
        waitFor(
                "the end of the explanation",
                () -> said.getScene() == null || !said.getScene().getWindow().isShowing());
    }

    @Test
    void theKeyboardOpensWhatExplainsAFolderThatMayNotBeWhole() {
        files.gaps = Set.of(Gap.GUESSED_LINES);
        go("/docs");
        Hyperlink link = find(Hyperlink.class, "#remote-unread");
        assertThat(onFx(link::getText))
                .isEqualTo("Perhaps not all of this folder is shown: the meaning of some lines had to be guessed.");
        runOnFx(link::requestFocus);
        robot.type(KeyCode.ENTER);
        assertThat(find(Label.class, "#remote-unread-reasons").getText()).contains("had to be guessed");
    }

    @Test
    void aFolderThatCouldNotBeReadIsNotCalledEmpty() {
        files.put("/closed");
        files.gaps = Set.of(Gap.NOT_OPENED);
        go("/closed");
        assertThat(onFx(() -> find(Label.class, "#remote-placeholder-title").getText()))
                .isEqualTo("Nothing to show");
        assertThat(onFx(() -> find(Label.class, "#remote-placeholder-text").getText()))
                .contains("could not read the folder");
    }

    private void go(String path) {
        runOnFx(() -> model.attach(files, at(path)));
        waitFor("the folder", () -> model.isSettled());
    }

    private void select(String name) {
        runOnFx(() -> table.selectOnly(shownNames().indexOf(name)));
    }

    private List<String> selected() {
        return onFx(
                () -> model.selectionProperty().get().stream().map(Entry::name).toList());
    }

    private List<String> shownNames() {
        return table.getItems().stream().map(row -> row.entry().name()).toList();
    }

    private String status() {
        return onFx(() -> robot.lookup("#remote-status").queryAs(Label.class).getText());
    }
}
