// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

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
    BOTTOM;

    /** Whether it means anything to an item that stands as it does. */
    boolean appliesTo(TransferItem item) {
        return switch (this) {
            case PAUSE -> canPause(item);
            case RESUME -> item.state() instanceof TransferState.Paused;
            case RETRY -> canRetry(item);
            case CANCEL -> !item.state().isFinished();
            case TOP, UP, DOWN, BOTTOM -> item.parent() == 0 && !item.state().isFinished();
        };
    }

    void perform(TransferQueue queue, Collection<Long> items) {
        switch (this) {
            case PAUSE -> queue.pause(items);
            case RESUME -> queue.resume(items);
            case RETRY -> queue.retry(items);
            case CANCEL -> queue.cancel(items);
            case TOP -> queue.move(items, Place.TOP);
            case UP -> queue.move(items, Place.UP);
            case DOWN -> queue.move(items, Place.DOWN);
            case BOTTOM -> queue.move(items, Place.BOTTOM);
        }
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
