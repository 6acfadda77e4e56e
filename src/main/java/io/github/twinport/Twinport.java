// SPDX-License-Identifier: Apache-2.0
package io.github.twinport;

import io.github.twinport.app.Display;
import io.github.twinport.app.StartRequest;
import io.github.twinport.app.StartRequest.BadArgumentException;
import io.github.twinport.app.Version;
import io.github.twinport.i18n.Messages;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;

/** The entry point: the window, or a headless command when the arguments name one. */
public final class Twinport {

    /** The command line makes no sense. */
    private static final int USAGE = 2;

    /** Something that is needed is not there (EX_UNAVAILABLE of sysexits.h). */
    private static final int UNAVAILABLE = 69;

    private Twinport() {}

    /**
     * Starts Twinport: {@code twinport [--local FOLDER] [URL]} or {@code twinport --version}.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** Runs until the window is closed; the exit code. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.equals(List.of("--version"))) {
            out.println("Twinport " + Version.current());
            return 0;
        }
        Messages messages = Messages.forLocale(Locale.getDefault(Locale.Category.DISPLAY));
        try {
            StartRequest.of(arguments);
        } catch (BadArgumentException e) {
            err.println(messages.text("start.badArgument", String.valueOf(e.getMessage())));
            return USAGE;
        }
        if (!Display.isPresent()) {
            err.println(messages.text("start.noDisplay"));
            return UNAVAILABLE;
        }
        try {
            Application.launch(TwinportApplication.class, arguments.toArray(String[]::new));
            return 0;
        } catch (UnsupportedOperationException e) {
            err.println(messages.text("start.noDisplay"));
            return UNAVAILABLE;
        }
    }
}
