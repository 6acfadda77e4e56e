// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.i18n.Messages;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.ui.fx.Dialogs;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes exceptions that nobody caught, on whichever thread: each is logged, and the user is told that something is
 * wrong in the program, one sheet at a time.
 */
final class ErrorSheet implements Thread.UncaughtExceptionHandler {

    private final Executor fx;
    private final Dialogs dialogs;
    private final Messages messages;
    private final AtomicBoolean open = new AtomicBoolean();

    ErrorSheet(Executor fx, Dialogs dialogs, Messages messages) {
        this.fx = fx;
        this.dialogs = dialogs;
        this.messages = messages;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        System.getLogger(ErrorSheet.class.getName()).log(Level.ERROR, "uncaught in " + thread.getName(), failure);
        if (open.compareAndSet(false, true)) {
            fx.execute(() -> {
                try {
                    dialogs.failure(new Explanation(
                            messages.text("error.what"), messages.text("error.advice", failure.toString())));
                } finally {
                    open.set(false);
                }
            });
        }
    }
}
