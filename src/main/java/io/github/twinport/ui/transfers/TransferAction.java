// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.TransferQueue.Place;
import io.github.twinport.transfer.TransferState;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What can be done with selected items of the queue. */
enum TransferAction {
    PAUSE(TransferAction::canPause, TransferQueue::pause),
    RESUME(TransferAction::canResume, TransferQueue::resume),
    RETRY(TransferAction::canRetry, TransferQueue::retry),
    CANCEL(item -> !item.state().isFinished(), TransferQueue::cancel),
    TOP(TransferAction::canMove, (queue, items) -> queue.move(items, Place.TOP)),
    UP(TransferAction::canMove, (queue, items) -> queue.move(items, Place.UP)),
    DOWN(TransferAction::canMove, (queue, items) -> queue.move(items, Place.DOWN)),
    BOTTOM(TransferAction::canMove, (queue, items) -> queue.move(items, Place.BOTTOM));

    private final Predicate<TransferItem> applies;
    private final BiConsumer<TransferQueue, Collection<Long>> call;

    TransferAction(Predicate<TransferItem> applies, BiConsumer<TransferQueue, Collection<Long>> call) {
        this.applies = applies;
        this.call = call;
    }

    /** Whether it means anything to an item that stands as it does. */
    boolean appliesTo(TransferItem item) {
        return applies.test(item);
    }

    void perform(TransferQueue queue, Collection<Long> items) {
        call.accept(queue, items);
    }

    private static boolean canPause(TransferItem item) {
        return !item.state().isFinished() && !(item.state() instanceof TransferState.Paused);
    }

    private static boolean canResume(TransferItem item) {
        return item.state() instanceof TransferState.Paused;
    }

    private static boolean canRetry(TransferItem item) {
        return switch (item.state()) {
            case TransferState.Failed failed -> true;
            case TransferState.Cancelled cancelled -> true;
            default -> item.filesFailed() > 0;
        };
    }

    private static boolean canMove(TransferItem item) {
        return item.parent() == 0 && !item.state().isFinished();
    }
}
