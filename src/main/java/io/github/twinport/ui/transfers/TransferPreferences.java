// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.settings.Setting;
import io.github.twinport.settings.Settings;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.QueueMode;
import io.github.twinport.transfer.QueueOrder;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.transfer.rules.TransferDefaults;
import io.github.twinport.transfer.speed.SpeedPlan;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the user has set about transfers: kept, and followed by the queue. JavaFX thread only, but {@link #apply}. */
public final class TransferPreferences {

    private final Settings settings;
    private final TransferQueue queue;
    private final ReadOnlyObjectWrapper<SpeedPlan> speed;
    private final ReadOnlyObjectWrapper<TransferDefaults> defaults;
    private final ReadOnlyObjectWrapper<QueueMode> mode;

    /** Reads what is kept and makes the queue follow it. */
    public TransferPreferences(Settings settings, TransferQueue queue) {
        this.settings = settings;
        this.queue = queue;
        speed = new ReadOnlyObjectWrapper<>(speedOf(settings.get(Setting.SPEED_PLAN)));
        defaults = new ReadOnlyObjectWrapper<>(TransferDefaults.of(settings.get(Setting.TRANSFER_DEFAULTS)));
        mode = new ReadOnlyObjectWrapper<>(settings.get(Setting.IN_ORDER) ? QueueMode.IN_ORDER : QueueMode.PARALLEL);
        queue.limitSpeed(speed.get());
        queue.setOrder(order());
        queue.setMode(mode.get());
        queue.setDurable(isDurable());
    }

    private static SpeedPlan speedOf(String text) {
        try {
            return SpeedPlan.of(text);
        } catch (RuntimeException e) {
            return SpeedPlan.UNLIMITED;
        }
    }

    /** How fast transfers may be. */
    ReadOnlyObjectProperty<SpeedPlan> speed() {
        return speed.getReadOnlyProperty();
    }

    void setSpeed(SpeedPlan plan) {
        speed.set(plan);
        settings.set(Setting.SPEED_PLAN, plan.text());
        queue.limitSpeed(plan);
    }

    /** What comes first in the queue. */
    QueueOrder order() {
        return settings.get(Setting.SMALL_FILES_FIRST) ? QueueOrder.SMALL_FIRST : QueueOrder.LISTED;
    }

    void setOrder(QueueOrder order) {
        settings.set(Setting.SMALL_FILES_FIRST, order == QueueOrder.SMALL_FIRST);
        queue.setOrder(order);
    }

    /** How many files of one server are on their way at once. */
    ReadOnlyObjectProperty<QueueMode> mode() {
        return mode.getReadOnlyProperty();
    }

    void setMode(QueueMode changed) {
        mode.set(changed);
        settings.set(Setting.IN_ORDER, changed == QueueMode.IN_ORDER);
        queue.setMode(changed);
    }

    /** Whether files count as done only when the disk has them. */
    boolean isDurable() {
        return settings.get(Setting.DURABLE);
    }

    void setDurable(boolean durable) {
        settings.set(Setting.DURABLE, durable);
        queue.setDurable(durable);
    }

    /** The rules of new transfers. */
    ReadOnlyObjectProperty<TransferDefaults> defaults() {
        return defaults.getReadOnlyProperty();
    }

    void setDefaults(TransferDefaults other) {
        defaults.set(other);
        settings.set(Setting.TRANSFER_DEFAULTS, other.text());
    }

    /** A new request with the rules for it; any thread. */
    public TransferRequest apply(TransferRequest request) {
        TransferDefaults kept = TransferDefaults.of(settings.get(Setting.TRANSFER_DEFAULTS));
        return request.withRules(kept.of(
                request.direction() == Direction.DOWNLOAD,
                request.connection().server().hostAndPort()));
    }
}
