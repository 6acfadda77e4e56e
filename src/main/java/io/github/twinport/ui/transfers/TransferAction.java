// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.Priority;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.TransferQueue.Place;
import io.github.twinport.transfer.TransferState;
import java.util.Collection;

/** What can be done with selected items of the queue. */
enum TransferAction {
    PAUSE,
    RESUME,
    RETRY,
    CANCEL,
    TOP,
    UP,
    DOWN,
    BOTTOM,
    PAUSE_SERVER,
    RESUME_SERVER,
    HIGH,
    NORMAL,
    LOW;

    /** Whether it has a button of its own; the others are in the menu of rows. */
    boolean hasButton() {
        return compareTo(PAUSE_SERVER) < 0;
    }

    /** Whether it means anything to an item that stands as it does. */
    boolean appliesTo(TransferItem item) {
        return switch (this) {
            case PAUSE, PAUSE_SERVER -> canPause(item);
            case RESUME, RESUME_SERVER -> item.state() instanceof TransferState.Paused;
            case RETRY -> canRetry(item);
            case CANCEL -> !item.state().isFinished();
            case TOP, UP, DOWN, BOTTOM -> isWanted(item);
            case HIGH -> isWanted(item) && item.priority() != Priority.HIGH;
            case NORMAL -> isWanted(item) && item.priority() != Priority.NORMAL;
            case LOW -> isWanted(item) && item.priority() != Priority.LOW;
        };
    }

    void perform(TransferQueue queue, QueueHolds holds, Collection<Long> items) {
        switch (this) {
            case PAUSE -> queue.pause(items);
            case RESUME -> queue.resume(items);
            case RETRY -> queue.retry(items);
            case CANCEL -> queue.cancel(items);
            case TOP -> queue.move(items, Place.TOP);
            case UP -> queue.move(items, Place.UP);
            case DOWN -> queue.move(items, Place.DOWN);
            case BOTTOM -> queue.move(items, Place.BOTTOM);
            case PAUSE_SERVER -> holds.pauseServers(items);
            case RESUME_SERVER -> holds.resumeServers(items);
            case HIGH -> queue.prioritise(items, Priority.HIGH);
            case NORMAL -> queue.prioritise(items, Priority.NORMAL);
            case LOW -> queue.prioritise(items, Priority.LOW);
        }
    }

    private static boolean isWanted(TransferItem item) {
        return item.parent() == 0 && !item.state().isFinished();
    }

    private static boolean canPause(TransferItem item) {
        return !item.state().isFinished() && !(item.state() instanceof TransferState.Paused);
    }

    private static boolean canRetry(TransferItem item) {
        return switch (item.state()) {
            case TransferState.Failed failed -> true;
            case TransferState.Cancelled cancelled -> true;
            default -> item.filesFailed() > 0;
        };
    }
}
