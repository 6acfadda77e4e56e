// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.log;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.ui.fx.Dialogs;
import io.github.twinport.ui.fx.FxThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the log to a file without holding the window up. */
final class LogSaver {

    private final LogText text;
    private final FxThread fx;
    private final Dialogs dialogs;
    private final Messages messages;

    LogSaver(LogText text, FxThread fx, Dialogs dialogs, Messages messages) {
        this.text = text;
        this.fx = fx;
        this.dialogs = dialogs;
        this.messages = messages;
    }

    /** Writes the lines on a thread of its own; a failure is told on the JavaFX thread. */
    void save(List<ProtocolLine> lines, Path file) {
        Thread.ofVirtual().name("save log").start(() -> {
            try {
                Files.writeString(file, text.plain(lines));
            } catch (IOException e) {
                fx.execute(() -> dialogs.failure(new Explanation(
                        messages.text("log.save.failed", file), messages.text("log.save.failed.advice"))));
            }
        });
    }
}
