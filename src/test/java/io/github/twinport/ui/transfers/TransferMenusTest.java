// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.settings.Appearance;
import io.github.twinport.settings.Settings;
import io.github.twinport.store.Database;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.QueueMode;
import io.github.twinport.transfer.QueueOrder;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.transfer.rules.ExistingRule;
import io.github.twinport.transfer.rules.TemporaryRule;
import io.github.twinport.transfer.rules.Verification;
import io.github.twinport.transfer.speed.SpeedLimit;
import io.github.twinport.transfer.speed.SpeedPlan;
import io.github.twinport.transfer.speed.SpeedRule;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.TextQuestion;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferMenusTest extends FxTest {

    @TempDir
    Path folder;

    private final Messages messages = Messages.forLocale(Locale.ENGLISH);
    private final FakeQueue queue = new FakeQueue();
    private final Answers dialogs = new Answers();
    private Database database;
    private Settings settings;
    private TransferPreferences preferences;
    private ScheduleForm form;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder);
        settings = new Settings(database);
        preferences = new TransferPreferences(settings, queue);
        SpeedRule rule = new SpeedRule(
                Set.of(DayOfWeek.SUNDAY), LocalTime.of(22, 0), LocalTime.of(6, 0), new SpeedLimit(5000, 0));
        show(() -> {
            Formats formats = new Formats(messages, ZoneId.of("UTC"));
            form = new ScheduleForm(List.of(rule), messages);
            return new VBox(
                    new HBox(
                            new SpeedMenu(
                                    preferences,
                                    messages,
                                    formats,
                                    dialogs,
                                    () -> queue.calls.add("schedule"),
                                    () -> "ftp.example.org:21"),
                            new RulesMenu(preferences, messages, dialogs, () -> "ftp.example.org:21")),
                    form);
        });
    }

    @AfterEach
    void close() {
        settings.close();
        database.close();
    }

    @Test
    void aPresetLimitsTheQueueAndIsKept() throws Exception {
        fire("#speed-menu", "speed-downloads-1000000");
        fire("#speed-menu", "speed-uploads-500000");

        assertThat(queue.calls)
                .containsExactly("limitSpeed 0 0", "durable true", "limitSpeed 1000000 0", "limitSpeed 1000000 500000");
        assertThat(onFx(() -> robot.lookup("#speed-menu").query().getAccessibleText()))
                .isEqualTo("Speed limit: 1.0 MB/s down, 500 kB/s up");
        FakeQueue next = new FakeQueue();
        assertThat(onFx(() ->
                        new TransferPreferences(settings, next).speed().get().always()))
                .isEqualTo(new SpeedLimit(1_000_000, 500_000));
        assertThat(next.calls).containsExactly("limitSpeed 1000000 500000", "durable true");
    }

    @Test
    void oneServerCanHaveALimitOfItsOwn() {
        onFx(() -> {
            button("#speed-menu").getOnShowing().handle(null);
            return true;
        });
        fire("#speed-menu", "speed-site-uploads-100000");

        assertThat(onFx(() -> preferences.speed().get().sites()))
                .containsExactly(Map.entry("ftp.example.org:21", new SpeedLimit(0, 100_000)));
    }

    @Test
    void anotherValueIsAskedFor() {
        dialogs.text = Optional.of("1234");
        fire("#speed-menu", "speed-uploads-own");

        assertThat(queue.calls).endsWith("limitSpeed 0 1234000");
        assertThat(dialogs.question.problem().apply("fast")).isPresent();
        assertThat(dialogs.question.problem().apply("-1")).isPresent();
        assertThat(dialogs.question.problem().apply(" 0 ")).isEmpty();
    }

    @Test
    void filesAreNotBroughtToTheDiskAtOnceWhereThatWasChosen() {
        fire("#rules-menu", "rules-durable");

        assertThat(queue.calls).endsWith("durable false");
        FakeQueue next = new FakeQueue();
        onFx(() -> new TransferPreferences(settings, next));
        assertThat(next.calls).endsWith("durable false");
    }

    @Test
    void filesGoOneAfterTheOtherWhereThatWasChosen() {
        fire("#rules-menu", "rules-in-order");
        assertThat(queue.mode).isEqualTo(QueueMode.IN_ORDER);
        FakeQueue next = new FakeQueue();
        onFx(() -> new TransferPreferences(settings, next));
        assertThat(next.mode).isEqualTo(QueueMode.IN_ORDER);

        fire("#rules-menu", "rules-in-order");
        assertThat(queue.mode).isEqualTo(QueueMode.PARALLEL);
    }

    @Test
    void rulesAreForNewRequestsOfTheirDirection() {
        fire("#rules-menu", "rules-uploads-newer");
        fire("#rules-menu", "rules-verification-always");
        fire("#rules-menu", "rules-permissions");

        TransferRequest upload = preferences.apply(Items.request(Direction.UPLOAD, "", "a", false, 1));
        TransferRequest download = preferences.apply(Items.request(Direction.DOWNLOAD, "", "a", false, 1));
        assertThat(upload.rules().existing()).isEqualTo(ExistingRule.NEWER);
        assertThat(upload.rules().verification()).isEqualTo(Verification.ALWAYS);
        assertThat(upload.rules().temporaryNames()).isEqualTo(TemporaryRule.AUTO);
        assertThat(upload.rules().permissions()).isTrue();
        assertThat(download.rules().existing()).isEqualTo(ExistingRule.ASK);
    }

    @Test
    void thePatternOfNewNamesIsAskedForWithAnExample() {
        dialogs.text = Optional.of("{name}-{n}{ext}");
        fire("#rules-menu", "rules-names");

        assertThat(dialogs.question.initial()).isEqualTo("{name} ({n}){ext}");
        assertThat(dialogs.question.note().apply("{name}-{n}{ext}")).contains("photo-2.jpg");
        assertThat(dialogs.question.problem().apply("{name}/{n}")).isPresent();
        assertThat(upload().rules().renamePattern().text()).isEqualTo("{name}-{n}{ext}");
        assertThat(onFx(() -> find(button("#rules-menu").getItems(), "rules-names")
                        .orElseThrow()
                        .getText()))
                .contains("{name}-{n}{ext}");
    }

    @Test
    void smallFilesComeFirstWhereThatIsWanted() throws Exception {
        fire("#rules-menu", "rules-small-first");

        assertThat(queue.orders).containsExactly(QueueOrder.LISTED, QueueOrder.SMALL_FIRST);
        FakeQueue next = new FakeQueue();
        assertThat(onFx(() -> new TransferPreferences(settings, next).order())).isEqualTo(QueueOrder.SMALL_FIRST);
        assertThat(next.orders).containsExactly(QueueOrder.SMALL_FIRST);
    }

    @Test
    void uploadsGoStraightToTheirNamesOnlyAfterAWarning() {
        onFx(() -> {
            button("#rules-menu").getOnShowing().handle(null);
            return true;
        });
        fire("#rules-menu", "rules-direct");
        assertThat(dialogs.confirmed).isEqualTo(1);
        assertThat(upload().rules().temporaryNames()).isEqualTo(TemporaryRule.AUTO);

        dialogs.agrees = true;
        fire("#rules-menu", "rules-direct");
        assertThat(upload().rules().temporaryNames()).isEqualTo(TemporaryRule.OFF);
        fire("#rules-menu", "rules-direct");
        assertThat(upload().rules().temporaryNames()).isEqualTo(TemporaryRule.AUTO);
        assertThat(dialogs.confirmed).isEqualTo(2);
    }

    @Test
    void theScheduleIsEditedAndOnlyTakenWhenItMakesSense() {
        screenshot("schedule-light");
        choose(Appearance.DARK);
        screenshot("schedule-dark");
        assertThat(onFx(() -> form.rules().get().orElseThrow().getFirst().limit()))
                .isEqualTo(new SpeedLimit(5000, 0));
        onFx(() -> {
            robot.lookup("#schedule-from").queryAs(TextField.class).setText("late");
            return true;
        });
        assertThat(onFx(() -> form.rules().get())).isEmpty();
        assertThat(onFx(() -> robot.lookup("#schedule-problem").queryLabeled().getText()))
                .isNotEmpty();

        robot.clickOn("#schedule-remove");
        robot.clickOn("#schedule-add");
        assertThat(onFx(() -> form.rules().get().orElseThrow()))
                .singleElement()
                .satisfies(rule -> assertThat(rule.days()).hasSize(5));
    }

    @Test
    void theScheduleOpensFromTheMenu() {
        fire("#speed-menu", "speed-schedule");

        assertThat(queue.calls).endsWith("schedule");
    }

    @Test
    void whatIsKeptAndMakesNoSenseIsNoLimit() {
        settings.set(io.github.twinport.settings.Setting.SPEED_PLAN, "nonsense");

        assertThat(onFx(() -> new TransferPreferences(settings, queue).speed().get()))
                .isEqualTo(SpeedPlan.UNLIMITED);
    }

    private TransferRequest upload() {
        return preferences.apply(Items.request(Direction.UPLOAD, "", "a", false, 1));
    }

    private MenuButton button(String query) {
        return robot.lookup(query).queryAs(MenuButton.class);
    }

    private void fire(String button, String item) {
        onFx(() -> {
            MenuItem found = find(button(button).getItems(), item).orElseThrow();
            if (found instanceof CheckMenuItem check) {
                check.setSelected(!check.isSelected());
            }
            found.fire();
            return true;
        });
    }

    private static Optional<MenuItem> find(List<MenuItem> items, String id) {
        for (MenuItem item : items) {
            if (id.equals(item.getId())) {
                return Optional.of(item);
            }
            Optional<MenuItem> deeper = item instanceof Menu menu ? find(menu.getItems(), id) : Optional.empty();
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    /** Answers in the user's place. */
    private static final class Answers implements Dialogs {

        private Optional<String> text = Optional.empty();
        private boolean agrees;
        private int confirmed;
        private TextQuestion question = new TextQuestion("", "", "", "");

        @Override
        public boolean confirm(String title, String words, String action) {
            confirmed++;
            return agrees;
        }

        @Override
        public Optional<String> askText(TextQuestion asked) {
            question = asked;
            return text;
        }

        @Override
        public void failure(Explanation explanation) {
            throw new AssertionError(explanation);
        }
    }
}
