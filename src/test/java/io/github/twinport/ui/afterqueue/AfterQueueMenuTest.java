// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.afterqueue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.i18n.Messages;
import io.github.twinport.settings.Appearance;
import io.github.twinport.settings.Settings;
import io.github.twinport.store.Database;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.QueueSnapshot.Total;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.TextQuestion;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AfterQueueMenuTest extends FxTest {

    @TempDir
    Path folder;

    private final Messages messages = Messages.forLocale(Locale.ENGLISH);
    private final FakeEffects effects = new FakeEffects();
    private final Answer dialogs = new Answer();
    private Database database;
    private Settings settings;
    private AfterQueue after;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder);
        settings = new Settings(database);
        show(() -> {
            after = new AfterQueue(settings, effects, work -> {});
            return new VBox(new AfterQueueMenu(after, messages, dialogs), new CountdownBar(after, messages));
        });
    }

    @AfterEach
    void close() {
        settings.close();
        database.close();
    }

    @Test
    void whatIsChosenIsMarkedAndSpoken() {
        fire("after-queue-quit");

        assertThat(onFx(() -> after.chosen().get())).isEqualTo(AfterQueueAction.QUIT);
        assertThat(onFx(() -> menu().getAccessibleText())).isEqualTo("When all transfers are done: Quit Twinport");
        assertThat(onFx(() -> item("after-queue-quit").isSelected())).isTrue();
        assertThat(onFx(() -> item("after-queue-nothing").isSelected())).isFalse();
    }

    @Test
    void theCommandIsAskedFor() {
        dialogs.text = Optional.of("make all");
        fire("after-queue-command");

        assertThat(onFx(() -> after.chosen().get())).isEqualTo(AfterQueueAction.COMMAND);
        assertThat(onFx(() -> after.command())).isEqualTo("make all");
    }

    @Test
    void givingUpTheQuestionLeavesTheChoice() {
        fire("after-queue-sound");
        fire("after-queue-command");

        assertThat(onFx(() -> after.chosen().get())).isEqualTo(AfterQueueAction.SOUND);
        assertThat(onFx(() -> item("after-queue-sound").isSelected())).isTrue();
        assertThat(onFx(() -> item("after-queue-command").isSelected())).isFalse();
    }

    @Test
    void theCountdownIsShownAndEscapeEndsIt() {
        assertThat(onFx(() ->
                        stage().getScene().lookup("#after-queue-countdown").isVisible()))
                .isFalse();
        onFx(() -> {
            after.choose(AfterQueueAction.SHUT_DOWN);
            after.startCountdown();
            return true;
        });
        assertThat(onFx(() -> robot.lookup("#after-queue-countdown-text")
                        .queryLabeled()
                        .getText()))
                .isEqualTo("The computer shuts down in 30 seconds.");
        screenshot("countdown-light");
        choose(Appearance.DARK);
        screenshot("countdown-dark");

        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        waitFor(() -> after.secondsLeft().get() == 0);
        assertThat(onFx(() ->
                        stage().getScene().lookup("#after-queue-countdown").isVisible()))
                .isFalse();
        onFx(() -> {
            after.look(new Total(0, 0, 0, 1, 0, 1, 1, 0, -1, false));
            return true;
        });
        assertThat(effects.calls).isEmpty();
    }

    private AfterQueueMenu menu() {
        return (AfterQueueMenu) stage().getScene().lookup("#after-queue");
    }

    private RadioMenuItem item(String id) {
        return menu().getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .map(RadioMenuItem.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void fire(String id) {
        onFx(() -> {
            item(id).fire();
            return true;
        });
    }

    /** Answers in the user's place. */
    private static final class Answer implements Dialogs {

        private Optional<String> text = Optional.empty();

        @Override
        public boolean confirm(String title, String words, String action) {
            throw new AssertionError(title);
        }

        @Override
        public Optional<String> askText(TextQuestion asked) {
            return text;
        }

        @Override
        public void failure(Explanation explanation) {
            throw new AssertionError(explanation);
        }
    }
}
