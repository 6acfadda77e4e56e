// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.afterqueue;

import io.github.twinport.settings.Setting;
import io.github.twinport.settings.Settings;
import io.github.twinport.transfer.QueueSnapshot.Total;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferState;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/**
 * Does what the user has chosen once the queue went from working to empty, with no question left. What ends something
 * is chosen for one time and never kept for the next start. JavaFX thread only, but {@link #finished}.
 */
public final class AfterQueue {

    /** How long a shutdown can still be cancelled, in seconds. */
    static final int COUNTDOWN_SECONDS = 30;

    private final Settings settings;
    private final AfterQueueEffects effects;
    private final Consumer<Runnable> afterSecond;
    private final AtomicBoolean worked = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<AfterQueueAction> chosen;
    private final ReadOnlyIntegerWrapper secondsLeft = new ReadOnlyIntegerWrapper();
    private int countdown;

    /**
     * Nothing has worked yet.
     *
     * @param settings where the choice is kept
     * @param effects does what was chosen
     */
    public AfterQueue(Settings settings, AfterQueueEffects effects) {
        this(settings, effects, AfterQueue::afterSecond);
    }

    /**
     * The same with a clock of its own.
     *
     * @param settings where the choice is kept
     * @param effects does what was chosen
     * @param afterSecond runs work on the JavaFX thread a second later
     */
    AfterQueue(Settings settings, AfterQueueEffects effects, Consumer<Runnable> afterSecond) {
        this.settings = settings;
        this.effects = effects;
        this.afterSecond = afterSecond;
        chosen = new ReadOnlyObjectWrapper<>(kept(settings.get(Setting.AFTER_QUEUE)));
    }

    private static void afterSecond(Runnable work) {
        PauseTransition second = new PauseTransition(Duration.seconds(1));
        second.setOnFinished(event -> work.run());
        second.play();
    }

    private static AfterQueueAction kept(String name) {
        return Stream.of(AfterQueueAction.NOTIFY, AfterQueueAction.SOUND)
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElse(AfterQueueAction.NOTHING);
    }

    /** What is done next time. */
    ReadOnlyObjectProperty<AfterQueueAction> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** How long until the computer is shut down, in seconds; 0 when it is not. */
    ReadOnlyIntegerProperty secondsLeft() {
        return secondsLeft.getReadOnlyProperty();
    }

    /** The command that was given last, empty when none was. */
    String command() {
        return settings.get(Setting.AFTER_QUEUE_COMMAND);
    }

    /** Chooses a command. */
    void chooseCommand(String command) {
        settings.set(Setting.AFTER_QUEUE_COMMAND, command);
        choose(AfterQueueAction.COMMAND);
    }

    /** Chooses what is done next time; a countdown that runs ends. */
    void choose(AfterQueueAction action) {
        endCountdown();
        chosen.set(action);
        settings.set(Setting.AFTER_QUEUE, action.isOnce() ? AfterQueueAction.NOTHING.name() : action.name());
    }

    /** Learns what the queue has finished; what the user left out or cancelled is no work. Any thread. */
    public void finished(List<TransferItem> items) {
        for (TransferItem item : items) {
            if (item.state() instanceof TransferState.Done || item.state() instanceof TransferState.Failed) {
                worked.set(true);
            }
        }
    }

    /** Looks how the queue stands. */
    public void look(Total total) {
        if (total.unfinished() > 0) {
            endCountdown();
        } else if (worked.getAndSet(false)) {
            begin(total);
        }
    }

    private void begin(Total total) {
        AfterQueueAction action = chosen.get();
        if (action == AfterQueueAction.SHUT_DOWN) {
            startCountdown();
            return;
        }
        if (action.isOnce()) {
            choose(AfterQueueAction.NOTHING);
        }
        switch (action) {
            case NOTHING, SHUT_DOWN -> {}
            case NOTIFY -> effects.tell(total);
            case SOUND -> effects.sound();
            case DISCONNECT -> effects.disconnect();
            case QUIT -> effects.quit();
            case COMMAND -> effects.run(command());
        }
    }

    void startCountdown() {
        countdown++;
        secondsLeft.set(COUNTDOWN_SECONDS);
        int mine = countdown;
        afterSecond.accept(() -> tick(mine));
    }

    private void endCountdown() {
        countdown++;
        secondsLeft.set(0);
    }

    private void tick(int mine) {
        if (mine != countdown) {
            return;
        }
        int left = secondsLeft.get() - 1;
        if (left > 0) {
            secondsLeft.set(left);
            afterSecond.accept(() -> tick(mine));
        } else {
            choose(AfterQueueAction.NOTHING);
            effects.shutDown();
        }
    }
}
