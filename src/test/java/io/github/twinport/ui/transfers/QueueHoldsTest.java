// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.settings.Appearance;
import io.github.twinport.settings.Setting;
import io.github.twinport.settings.Settings;
import io.github.twinport.store.Database;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.HeldServer;
import io.github.twinport.ui.fx.FxThread;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is paused as a whole: kept, seen, and resumed. */
class QueueHoldsTest extends FxTest {

    private static final HeldServer SERVER = new HeldServer("ftp.example.org", 21, "ada lovelace");

    @TempDir
    Path folder;

    private final Messages messages = Messages.forLocale(Locale.ENGLISH);
    private final FakeQueue queue = new FakeQueue();
    private Database database;
    private Settings settings;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder);
        settings = new Settings(database);
    }

    @AfterEach
    void close() {
        settings.close();
        database.close();
    }

    @Test
    void theNextStartIsPausedAsTheLastOneWas() {
        onFx(() -> {
            QueueHolds holds = new QueueHolds(settings, queue);
            assertThat(queue.calls).isEmpty();
            queue.held = List.of(SERVER);
            holds.pauseServers(List.of(1L));
            holds.pauseAll();
            return true;
        });

        FakeQueue next = new FakeQueue();
        QueueHolds holds = onFx(() -> new QueueHolds(settings, next));
        assertThat(next.held).containsExactly(SERVER);
        assertThat(next.calls).containsExactly("hold 1", "pauseAll");
        onFx(() -> {
            holds.release(SERVER);
            holds.resumeAll();
            return true;
        });

        FakeQueue last = new FakeQueue();
        onFx(() -> new QueueHolds(settings, last));
        assertThat(last.calls).isEmpty();
    }

    @Test
    void whatIsKeptAndMakesNoSenseHoldsNothing() {
        settings.set(Setting.HELD_SERVERS, "nonsense\nhost\tport\tuser");

        onFx(() -> new QueueHolds(settings, queue));

        assertThat(queue.calls).isEmpty();
    }

    @Test
    void whatIsPausedIsSeenAndResumedThere() {
        queue.held = List.of(SERVER);
        show(() -> new TransfersPane(
                queue,
                new QueueHolds(settings, queue),
                new FxThread(),
                messages,
                new Formats(messages, ZoneId.of("UTC"))));
        queue.show(Items.file(1, "a", Items.PAUSED), Items.file(2, "b", Items.WAITING));
        waitFor(() -> isShown("#transfers-held-server"));
        assertThat(onFx(() -> robot.lookup(".transfers-held .label")
                        .queryAs(Labeled.class)
                        .getText()))
                .contains("ftp.example.org", "ada lovelace");
        robot.clickOn("#transfers-hold");
        waitFor(() -> isShown("#transfers-held-all"));
        screenshot("transfers-held-light");
        choose(Appearance.DARK);
        screenshot("transfers-held-dark");

        robot.clickOn("#transfers-held-server");
        robot.clickOn("#transfers-held-all");

        waitFor(() -> !onFx(() -> robot.lookup("#transfers-held").query().isVisible()));
        assertThat(queue.calls).containsExactly("pauseAll", "release 1", "resumeAll");
    }

    private boolean isShown(String query) {
        return onFx(() -> robot.lookup(query).tryQuery().isPresent());
    }
}
