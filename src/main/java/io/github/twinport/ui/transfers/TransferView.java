// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferState;

/** Which part of the queue the table shows. */
enum TransferView {
    /** Everything, folders with what they hold below them. */
    ALL,
    /** Files at work, those that wait for a decision included. */
    RUNNING,
    /** What did not work. */
    FAILED,
    /** What is over: done, skipped, cancelled. */
    DONE;

    /**
     * The view besides {@link #ALL} that an item belongs to, or {@code ALL} when to none. A folder belongs to one only
     * by a failure of its own: one that only sums up its files would be counted twice.
     */
    static TransferView of(TransferItem item) {
        boolean file = !item.request().folder();
        return switch (item.state()) {
            case TransferState.Running running -> file ? RUNNING : ALL;
            case TransferState.Asking asking -> file ? RUNNING : ALL;
            case TransferState.Failed failed -> file || item.filesFailed() == 0 ? FAILED : ALL;
            case TransferState.Done done -> file ? DONE : ALL;
            case TransferState.Skipped skipped -> file ? DONE : ALL;
            case TransferState.Cancelled cancelled -> file ? DONE : ALL;
            case TransferState.Waiting waiting -> ALL;
            case TransferState.Paused paused -> ALL;
        };
    }
}
