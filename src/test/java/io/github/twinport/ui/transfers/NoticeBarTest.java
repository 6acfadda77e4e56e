// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.settings.Appearance;
import io.github.twinport.support.FxTest;
import io.github.twinport.transfer.QueueNotice;
import io.github.twinport.ui.fx.FxThread;
import java.time.ZoneId;
import java.util.Locale;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told about the whole queue. */
class NoticeBarTest extends FxTest {

    private final Messages messages = Messages.forLocale(Locale.ENGLISH);
    private final FakeQueue queue = new FakeQueue();

    @BeforeEach
    void open() {
        show(() -> new TransfersPane(
                queue,
                new QueueHolds(queue, all -> {}, servers -> {}),
                new FxThread(),
                messages,
                new Formats(messages, ZoneId.of("UTC"))));
        queue.show(Items.file(1, "a", Items.RUNNING), Items.file(2, "b", Items.WAITING));
    }

    @Test
    void saysWhatAnEarlierRunHasLeft() {
        queue.tell(new QueueNotice.Continued(47, 3));

        awaitNotice("Going on with what was left: 47 waiting, 3 were running.");
        screenshot("transfers-notice-light");
        choose(Appearance.DARK);
        screenshot("transfers-notice-dark");
    }

    @Test
    void saysThatTheListCannotBeSavedUntilItCan() {
        queue.tell(new QueueNotice.NotSaved("the disk is full"));
        awaitNotice("The list of transfers cannot be saved: the disk is full. Transfers go on, but would be forgotten"
                + " if Twinport ended now.");
        screenshot("transfers-warning-light");
        choose(Appearance.DARK);
        screenshot("transfers-warning-dark");

        queue.tell(null);
        waitFor(() -> !isShown());
    }

    @Test
    void whatWasClosedStaysClosedUntilSomethingElseHappens() {
        queue.tell(new QueueNotice.Continued(1, 0));
        awaitNotice("Going on with what was left: 1 waiting, none was running.");
        robot.clickOn("#transfers-notice-close");
        waitFor(() -> !isShown());
        queue.tell(new QueueNotice.Continued(1, 0));
        waitFor(() -> !isShown());

        queue.tell(new QueueNotice.TakenOver());
        awaitNotice("Another window of Twinport has gone on with the transfers of this one.");
    }

    private void awaitNotice(String text) {
        waitFor(
                text,
                () -> isShown()
                        && robot.lookup("#transfers-notice-text")
                                .queryAs(Label.class)
                                .getText()
                                .equals(text));
    }

    private boolean isShown() {
        return robot.lookup("#transfers-notice").query().isVisible();
    }
}
