// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.afterqueue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.settings.Settings;
import io.github.twinport.store.Database;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.QueueSnapshot.Total;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.transfer.TransferState;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AfterQueueTest {

    private static final TransferState DONE = new TransferState.Done();

    @TempDir
    Path folder;

    private final FakeEffects effects = new FakeEffects();
    private final Deque<Runnable> seconds = new ArrayDeque<>();
    private Database database;
    private Settings settings;
    private AfterQueue after;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder);
        settings = new Settings(database);
        after = again();
    }

    @AfterEach
    void close() {
        settings.close();
        database.close();
    }

    @Test
    void nothingIsDoneUntilItWasChosen() {
        work(DONE);

        assertThat(effects.calls).isEmpty();
    }

    @Test
    void aMessageComesEachTimeWithTheSumsAndIsKeptForTheNextStart() {
        after.choose(AfterQueueAction.NOTIFY);
        work(DONE);
        work(failed());

        assertThat(effects.calls).containsExactly("tell 1 0", "tell 1 0");
        assertThat(again().chosen().get()).isEqualTo(AfterQueueAction.NOTIFY);
    }

    @Test
    void aSoundComesEachTime() {
        after.choose(AfterQueueAction.SOUND);
        work(DONE);
        work(DONE);

        assertThat(effects.calls).containsExactly("sound", "sound");
    }

    @ParameterizedTest
    @EnumSource(names = {"DISCONNECT", "QUIT", "COMMAND", "SHUT_DOWN"})
    void whatEndsSomethingIsNotKeptForTheNextStart(AfterQueueAction action) {
        after.choose(AfterQueueAction.NOTIFY);
        after.choose(action);

        assertThat(again().chosen().get()).isEqualTo(AfterQueueAction.NOTHING);
    }

    @Test
    void whatEndsSomethingIsDoneOnce() {
        after.choose(AfterQueueAction.DISCONNECT);
        work(DONE);
        work(DONE);
        after.choose(AfterQueueAction.QUIT);
        work(DONE);
        work(DONE);

        assertThat(effects.calls).containsExactly("disconnect", "quit");
        assertThat(after.chosen().get()).isEqualTo(AfterQueueAction.NOTHING);
    }

    @Test
    void theCommandIsRunOnceAndRemembered() {
        after.chooseCommand("make all");
        work(DONE);
        work(DONE);

        assertThat(effects.calls).containsExactly("run make all");
        assertThat(again().command()).isEqualTo("make all");
    }

    @Test
    void aQueueThatIsEmptyFromTheStartDoesNothing() {
        after.choose(AfterQueueAction.QUIT);
        after.look(total(0, 0));
        after.look(total(0, 0));

        assertThat(effects.calls).isEmpty();
    }

    @Test
    void openQuestionsAndPausedFilesKeepTheQueueFromItsEnd() {
        after.choose(AfterQueueAction.QUIT);
        after.finished(List.of(item(DONE)));
        after.look(total(0, 1));
        after.look(total(1, 0));
        assertThat(effects.calls).isEmpty();

        after.look(total(0, 0));
        assertThat(effects.calls).containsExactly("quit");
    }

    @Test
    void aQueueThatTheUserHasEmptiedHasNotWorked() {
        after.choose(AfterQueueAction.QUIT);
        after.look(total(1, 0));
        after.finished(List.of(item(new TransferState.Cancelled()), item(new TransferState.Skipped())));
        after.look(total(0, 0));

        assertThat(effects.calls).isEmpty();
    }

    @Test
    void theComputerIsShutDownAfterACountdown() {
        after.choose(AfterQueueAction.SHUT_DOWN);
        work(DONE);
        for (int left = AfterQueue.COUNTDOWN_SECONDS; left > 0; left--) {
            assertThat(effects.calls).isEmpty();
            assertThat(after.secondsLeft().get()).isEqualTo(left);
            seconds.remove().run();
        }

        assertThat(effects.calls).containsExactly("shutDown");
        assertThat(after.chosen().get()).isEqualTo(AfterQueueAction.NOTHING);
        assertThat(after.secondsLeft().get()).isZero();
        assertThat(seconds).isEmpty();
    }

    @Test
    void aCancelledCountdownShutsNothingDown() {
        after.choose(AfterQueueAction.SHUT_DOWN);
        work(DONE);
        seconds.remove().run();
        after.choose(AfterQueueAction.NOTHING);
        seconds.remove().run();

        assertThat(after.secondsLeft().get()).isZero();
        assertThat(seconds).isEmpty();
        assertThat(effects.calls).isEmpty();
    }

    @Test
    void newTransfersPutTheShutdownOff() {
        after.choose(AfterQueueAction.SHUT_DOWN);
        work(DONE);
        after.look(total(1, 0));
        assertThat(after.secondsLeft().get()).isZero();
        seconds.remove().run();
        assertThat(seconds).isEmpty();

        work(DONE);
        assertThat(after.secondsLeft().get()).isEqualTo(AfterQueue.COUNTDOWN_SECONDS);
        assertThat(effects.calls).isEmpty();
    }

    private AfterQueue again() {
        return new AfterQueue(settings, effects, seconds::add);
    }

    private void work(TransferState end) {
        after.look(total(1, 0));
        after.finished(List.of(item(end)));
        after.look(total(0, 0));
    }

    private static TransferState failed() {
        return new TransferState.Failed(new Explanation("what", "advice"));
    }

    private static Total total(int waiting, int asking) {
        return new Total(waiting, 0, asking, 1, 0, 1, 1, 0, -1, false);
    }

    private static TransferItem item(TransferState state) {
        ConnectionSettings connection = new ConnectionSettings(
                new Server("ftp.example.org", 21, Security.PLAIN),
                Credentials.ANONYMOUS,
                TlsSettings.of(TrustDecider.STRICT),
                line -> {});
        TransferRequest request =
                new TransferRequest(connection, Direction.DOWNLOAD, Path.of("a"), RemotePath.ROOT.child("a"), false, 1);
        return new TransferItem(1, 0, request, state, 1, 1, 0, 0, 1, 0);
    }
}
