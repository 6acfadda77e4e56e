// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.afterqueue;

import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.transfer.QueueSnapshot.Total;
import io.github.twinport.ui.fx.Dialogs;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.controlsfx.control.Notifications;

/** What is done after the queue in the real window and on the real computer. */
public final class WindowEffects implements AfterQueueEffects {

    private final Window window;
    private final Executor fx;
    private final Executor background;
    private final Messages messages;
    private final Dialogs dialogs;
    private final Runnable disconnect;
    private final SystemCommands commands;
    private final Programs programs;

    /**
     * The effects of a window.
     *
     * @param window is closed to end the program
     * @param fx the JavaFX thread
     * @param background runs what blocks
     * @param messages the texts
     * @param dialogs tells of what did not work
     * @param disconnect closes the connection for browsing
     */
    public WindowEffects(
            Window window, Executor fx, Executor background, Messages messages, Dialogs dialogs, Runnable disconnect) {
        this(window, fx, background, messages, dialogs, disconnect, SystemCommands.here(), Programs.HERE);
    }

    WindowEffects(
            Window window,
            Executor fx,
            Executor background,
            Messages messages,
            Dialogs dialogs,
            Runnable disconnect,
            SystemCommands commands,
            Programs programs) {
        this.window = window;
        this.fx = fx;
        this.background = background;
        this.messages = messages;
        this.dialogs = dialogs;
        this.disconnect = disconnect;
        this.commands = commands;
        this.programs = programs;
    }

    @Override
    public void tell(Total total) {
        Notifications notice = Notifications.create()
                .owner(window)
                .title(messages.text("afterQueue.told.title"))
                .text(messages.text("afterQueue.told", total.done(), total.failed()));
        if (total.failed() > 0) {
            notice.showWarning();
        } else {
            notice.showInformation();
        }
    }

    @Override
    public void sound() {
        background.execute(Tone::play);
    }

    @Override
    public void disconnect() {
        disconnect.run();
    }

    @Override
    public void quit() {
        window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    @Override
    public void run(String command) {
        execute(commands.shell(command), messages.text("afterQueue.command.failed"), () -> {});
    }

    @Override
    public void shutDown() {
        execute(commands.shutDown(), messages.text("afterQueue.shutdown.failed"), this::quit);
    }

    private void execute(List<String> command, String failed, Runnable then) {
        background.execute(() -> {
            try {
                int code = programs.run(command);
                fx.execute(code == 0 ? then : () -> tell(failed, messages.text("afterQueue.failed.code", code)));
            } catch (IOException e) {
                String reason = Objects.requireNonNullElse(e.getMessage(), e.toString());
                fx.execute(() -> tell(failed, messages.text("afterQueue.failed.start", reason)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void tell(String what, String advice) {
        dialogs.failure(new Explanation(what, advice));
    }
}
