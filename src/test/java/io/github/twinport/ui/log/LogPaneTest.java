// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.event.ProtocolLine.Kind;
import io.github.twinport.event.TranscriptBuffer;
import io.github.twinport.i18n.Messages;
import io.github.twinport.settings.Appearance;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.FxThread;
import io.github.twinport.ui.fx.TextQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogPaneTest extends FxTest {

    private static final Instant AT = Instant.parse("2026-11-21T02:14:15.123Z");

    private final Messages messages = Messages.forLocale(Locale.ENGLISH);
    private final TranscriptBuffer buffer = new TranscriptBuffer(LogModel.CAPACITY);
    private final LogModel model = new LogModel(buffer, messages);
    private final List<Explanation> failures = new CopyOnWriteArrayList<>();
    private Optional<Path> place = Optional.empty();

    @BeforeEach
    void open() {
        FxThread fx = new FxThread();
        Dialogs dialogs = new NotedFailures();
        show(() -> new LogPane(model, fx, messages, ZoneId.of("UTC"), dialogs, (owner, title, name) -> place));
    }

    @Test
    void explainsAnEmptyLog() {
        assertThat(labels()).contains("Commands and replies appear here as soon as a connection is opened");
        screenshot("log-empty");
    }

    @Test
    void showsTimeConnectionTextAndTheMeaningOfARefusal() {
        publishLogin();

        assertThat(labels()).contains("02:14:15.123", "1", "530 Login incorrect.", "not logged in");
        assertThat(labels()).contains("220 \\u001B[2Jready").doesNotContain("ready for a login");
        screenshot("log-light");
        choose(Appearance.DARK);
        screenshot("log-dark");
    }

    @Test
    void filtersByTextConnectionAndKind() {
        publishLogin();

        robot.clickOn("#log-filter").write("LOGIN");
        assertThat(shown()).containsExactly("530 Login incorrect.");
        robot.type(KeyCode.ESCAPE);
        assertThat(shown()).hasSize(8);

        runOnFx(() -> connections().setValue(2));
        assertThat(shown()).containsExactly("NOOP");
        runOnFx(() -> connections().setValue(LogFilter.ANY_CONNECTION));

        runOnFx(() -> kind(Kind.COMMAND).setSelected(false));
        assertThat(shown()).hasSize(5).doesNotContain("NOOP");

        robot.clickOn("#log-filter").write("nothing has this");
        waitFor(() -> labels().contains("No line matches the filter"));
    }

    @Test
    void copiesTheSelectionInTheOrderOfTheLog() {
        publishLogin();
        runOnFx(() -> {
            list().requestFocus();
            list().getSelectionModel().selectIndices(3, 1);
        });

        robot.push(KeyCode.SHORTCUT, KeyCode.C);

        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("""
                        2026-11-21 02:14:15.123  1 < 220 \\u001B[2Jready
                        2026-11-21 02:14:15.123  1 < 331 Password please
                        """);
    }

    @Test
    void copiesEverythingThatIsShown() {
        publishLogin();
        robot.clickOn("#log-filter").write("login");
        robot.clickOn("#log-copy-all");

        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("2026-11-21 02:14:15.123  1 < 530 Login incorrect.\n");
    }

    @Test
    void clears() {
        publishLogin();
        robot.clickOn("#log-clear");

        assertThat(shown()).isEmpty();
    }

    @Test
    void savesWhatIsShown(@TempDir Path folder) throws IOException {
        publishLogin();
        Path file = folder.resolve("log.txt");
        place = Optional.of(file);

        robot.clickOn("#log-save");

        String last = "2026-11-21 02:14:15.123  2 > NOOP\n";
        waitFor("the file", () -> isWrittenUpTo(file, last));
        assertThat(Files.readAllLines(file)).hasSize(8);
        assertThat(failures).isEmpty();
    }

    @Test
    void tellsThatTheLogCouldNotBeSaved(@TempDir Path folder) {
        publishLogin();
        place = Optional.of(folder.resolve("no such folder").resolve("log.txt"));

        robot.clickOn("#log-save");

        waitFor(() -> !failures.isEmpty());
        assertThat(failures.getFirst().what()).contains("no such folder");
        assertThat(failures.getFirst().advice()).isNotEmpty();
    }

    @Test
    void followsTheNewestLineOnlyWhileItIsInView() {
        publish(500);
        waitFor(() -> last() == 499);

        runOnFx(() -> list().scrollTo(100));
        waitFor(() -> first() == 100);
        publish(500);
        waitFor(() -> model.shown().size() == 1000);
        waitFor(() -> first() == 100);

        runOnFx(() -> list().scrollTo(999));
        waitFor(() -> last() == 999);
        publish(1);
        waitFor(() -> last() == 1000);
    }

    @Test
    void showsTheNewestLineWhenItComesToTheFront() {
        publish(50);
        waitFor(() -> last() == 49);
        runOnFx(() -> list().getParent().getParent().setVisible(false));
        publish(500);
        waitFor(() -> model.shown().size() == 550);

        runOnFx(() -> list().getParent().getParent().setVisible(true));

        waitFor(() -> last() == 549);
    }

    @Test
    void readersOfAFullLogStayAtTheirLine() {
        publish(LogModel.CAPACITY);
        waitFor(() -> model.shown().size() == LogModel.CAPACITY);
        runOnFx(() -> list().scrollTo(20_000));
        waitFor(() -> first() == 20_000);

        publish(1);

        waitFor(() -> model.shown().size() < LogModel.CAPACITY);
        waitFor(() -> first() == 15_000);
    }

    @Test
    void selectsNoMoreThanJavaFxCanClear() {
        publish(LogModel.CAPACITY);
        waitFor(() -> model.shown().size() == LogModel.CAPACITY);
        runOnFx(() -> list().requestFocus());

        robot.push(KeyCode.SHORTCUT, KeyCode.A);

        assertThat(onFx(() -> list().getSelectionModel().getSelectedIndices().size()))
                .isEqualTo(10_000);
    }

    private static boolean isWrittenUpTo(Path file, String end) {
        try {
            return Files.exists(file) && Files.readString(file).endsWith(end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publishLogin() {
        publish(1, Kind.NOTE, "Connecting to ftp.example.org:21");
        publish(1, Kind.REPLY, "220 \u001b[2Jready");
        publish(1, Kind.COMMAND, "USER demo");
        publish(1, Kind.REPLY, "331 Password please");
        publish(1, Kind.COMMAND, "PASS ••••••");
        publish(1, Kind.REFUSAL, "530 Login incorrect.");
        publish(1, Kind.FAILURE, "The server closed the connection");
        publish(2, Kind.COMMAND, "NOOP");
        waitFor(() -> model.shown().size() == 8);
    }

    private void publish(int lines) {
        for (int i = 0; i < lines; i++) {
            publish(1, Kind.REPLY, "226 Transfer " + i + " complete");
        }
    }

    private void publish(int connection, Kind kind, String text) {
        buffer.line(new ProtocolLine(AT, connection, kind, text));
    }

    private List<String> shown() {
        return onFx(() -> model.shown().stream().map(ProtocolLine::text).toList());
    }

    private List<String> labels() {
        return onFx(() -> {
            stage().getScene().getRoot().applyCss();
            stage().getScene().getRoot().layout();
            return robot.lookup(node -> node instanceof Labeled && node.isVisible()).queryAll().stream()
                    .map(node -> ((Labeled) node).getText())
                    .toList();
        });
    }

    private ListView<ProtocolLine> list() {
        return robot.lookup("#log-list").queryListView();
    }

    private ComboBox<Integer> connections() {
        return robot.lookup("#log-connection").queryComboBox();
    }

    private CheckMenuItem kind(Kind kind) {
        MenuButton menu = robot.lookup("#log-kinds").queryAs(MenuButton.class);
        String id = "log-kind-" + kind.name().toLowerCase(Locale.ROOT);
        return menu.getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .map(CheckMenuItem.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private int first() {
        IndexedCell<?> cell = flow().getFirstVisibleCell();
        return cell == null ? -1 : cell.getIndex();
    }

    private int last() {
        IndexedCell<?> cell = flow().getLastVisibleCell();
        return cell == null ? -1 : cell.getIndex();
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) list().lookup(".virtual-flow");
    }

    private final class NotedFailures implements Dialogs {

        private NotedFailures() {}

        @Override
        public boolean confirm(String title, String text, String action) {
            throw new AssertionError("nothing to confirm");
        }

        @Override
        public Optional<String> askText(TextQuestion question) {
            throw new AssertionError("nothing to ask");
        }

        @Override
        public void failure(Explanation explanation) {
            failures.add(explanation);
        }
    }
}
