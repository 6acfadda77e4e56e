// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.QueueSnapshot.Total;

/** What the status bar says about the queue. Immutable; any thread. */
record QueueSummary(Messages messages, Formats formats) {

    String text(Total total) {
        int left = total.unfinished();
        if (left > 0) {
            String share = formats.percent(total.size() > 0 ? (double) total.moved() / total.size() : 0);
            return messages.text(
                    total.paused() ? "summary.paused" : "summary.running",
                    left,
                    share,
                    formats.rate(total.bytesPerSecond()));
        }
        if (total.failed() > 0) {
            return messages.text("summary.failed", total.failed());
        }
        return total.done() > 0 ? messages.text("summary.done", total.done()) : "";
    }
}
