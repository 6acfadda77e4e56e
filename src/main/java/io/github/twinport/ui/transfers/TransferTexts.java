// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.transfer.TransferState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Items and sums of the queue in words. */
final class TransferTexts {

    private static final String BETWEEN_PARTS = " · ";

    private final Messages messages;
    private final Formats formats;

    TransferTexts(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    String name(TransferItem item) {
        TransferRequest request = item.request();
        if (request.direction() == Direction.DOWNLOAD) {
            return EntryName.escaped(request.remote().name());
        }
        return EntryName.escaped(Objects.requireNonNullElse(request.local().getFileName(), request.local())
                .toString());
    }

    /** The name as it is spoken. */
    String nameAndPriority(TransferItem item) {
        return switch (item.priority()) {
            case HIGH -> messages.text("transfers.priority.high", name(item));
            case NORMAL -> name(item);
            case LOW -> messages.text("transfers.priority.low", name(item));
        };
    }

    /** The folder it comes from and the folder it goes to. */
    String route(TransferItem item) {
        String here = localFolder(item.request());
        String there = remoteFolder(item.request());
        return item.request().direction() == Direction.DOWNLOAD
                ? messages.text("transfers.route", there, here)
                : messages.text("transfers.route", here, there);
    }

    private static String localFolder(TransferRequest request) {
        Path folder = Objects.requireNonNullElse(request.local().getParent(), request.local());
        return EntryName.escaped(folder.toString());
    }

    private static String remoteFolder(TransferRequest request) {
        RemotePath folder = Objects.requireNonNullElse(request.remote().parent(), RemotePath.ROOT);
        return request.connection().server().host() + EntryName.escaped(folder.toString());
    }

    String size(TransferItem item) {
        if (item.size() < 0) {
            return item.moved() > 0 ? formats.size(item.moved()) : "";
        }
        return item.moved() > 0 && item.moved() < item.size()
                ? messages.text("transfers.moved", formats.size(item.moved()), formats.size(item.size()))
                : formats.size(item.size());
    }

    String speed(TransferItem item) {
        return item.bytesPerSecond() > 0 ? formats.rate(item.bytesPerSecond()) : "";
    }

    String remaining(TransferItem item) {
        if (item.bytesPerSecond() <= 0 || item.size() < item.moved()) {
            return "";
        }
        long left = item.size() - item.moved();
        return formats.duration(Duration.ofSeconds(Math.ceilDiv(left, item.bytesPerSecond())));
    }

    /** The share of its bytes that has been moved, 0 to 1; -1 when its size is unknown. */
    static double share(TransferItem item) {
        if (item.state() instanceof TransferState.Done) {
            return 1;
        }
        if (item.size() < 0) {
            return -1;
        }
        return item.size() == 0 ? 0 : Math.clamp((double) item.moved() / item.size(), 0, 1);
    }

    String percent(double share) {
        return formats.percent(share);
    }

    String state(TransferItem item) {
        return switch (item.state()) {
            case TransferState.Waiting waiting -> messages.text("transfers.state.waiting");
            case TransferState.Running running -> item.request().folder() ? files(item) : running();
            case TransferState.Paused paused -> messages.text("transfers.state.paused");
            case TransferState.Asking asking -> messages.text("transfers.state.asking");
            case TransferState.Done done -> item.request().folder() ? files(item) : done(item);
            case TransferState.Skipped skipped -> messages.text("transfers.state.skipped");
            case TransferState.Cancelled cancelled -> messages.text("transfers.state.cancelled");
            case TransferState.Failed failed -> failed.explanation().what();
        };
    }

    private String running() {
        return messages.text("transfers.state.running");
    }

    private String done(TransferItem item) {
        String local = EntryName.escaped(Objects.requireNonNullElse(
                        item.request().local().getFileName(), item.request().local())
                .toString());
        String remote = EntryName.escaped(item.request().remote().name());
        if (!local.equals(remote)) {
            return messages.text(
                    "transfers.state.done.as", item.request().direction() == Direction.DOWNLOAD ? local : remote);
        }
        return messages.text("transfers.state.done");
    }

    private String files(TransferItem folder) {
        String files = messages.text("transfers.state.files", folder.filesDone(), folder.files());
        return folder.filesFailed() == 0
                ? files
                : files + ", " + messages.text("transfers.total.failed", folder.filesFailed());
    }

    /** The sums in one line. */
    String total(QueueSnapshot.Total total) {
        boolean open = total.unfinished() > 0;
        List<String> counts = new ArrayList<>();
        addCount(counts, "transfers.total.running", total.running());
        addCount(counts, "transfers.total.waiting", total.waiting());
        addCount(counts, "transfers.total.asking", total.asking());
        addCount(counts, "transfers.total.done", open ? 0 : total.done());
        addCount(counts, "transfers.total.failed", total.failed());
        List<String> parts = new ArrayList<>();
        if (total.paused()) {
            parts.add(messages.text("transfers.total.paused"));
        }
        parts.add(counts.isEmpty() ? messages.text("transfers.total.nothing") : String.join(", ", counts));
        if (total.size() > 0) {
            parts.add(
                    open
                            ? messages.text("transfers.moved", formats.size(total.moved()), formats.size(total.size()))
                            : formats.size(total.moved()));
        }
        if (total.bytesPerSecond() > 0) {
            parts.add(formats.rate(total.bytesPerSecond()));
        }
        if (open && total.remainingMillis() >= 0) {
            parts.add(messages.text(
                    "transfers.total.left",
                    formats.duration(Duration.ofSeconds(Math.ceilDiv(total.remainingMillis(), 1000L)))));
        }
        return String.join(BETWEEN_PARTS, parts);
    }

    private void addCount(List<String> counts, String key, int count) {
        if (count > 0) {
            counts.add(messages.text(key, count));
        }
    }
}
