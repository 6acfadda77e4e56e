// SPDX-License-Identifier: Apache-2.0
package io.github.twinport;

import io.github.twinport.app.Display;
import io.github.twinport.app.StartRequest;
import io.github.twinport.app.StartRequest.BadArgumentException;
import io.github.twinport.app.Utf8Restart;
import io.github.twinport.app.Version;
import io.github.twinport.cli.HeadlessCommands;
import io.github.twinport.cli.Interruption;
import io.github.twinport.cli.ResultStream;
import io.github.twinport.cli.Surroundings;
import io.github.twinport.cli.SystemTerminal;
import io.github.twinport.i18n.Messages;
import io.github.twinport.store.DataFolder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;

/** The entry point: the window, or a headless command when the arguments name one. */
public final class Twinport {

    /** The output could not be written. */
    private static final int LOST = 1;

    /** The command line makes no sense. */
    private static final int USAGE = 2;

    /** Something that is needed is not there (EX_UNAVAILABLE of sysexits.h). */
    private static final int UNAVAILABLE = 69;

    /** How long an interrupted command may take to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Twinport() {}

    /**
     * Starts Twinport: {@code twinport [--local FOLDER] [URL]}, {@code twinport COMMAND …} or {@code twinport --version}.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        if (HeadlessCommands.areMeant(List.of(arguments))) {
            // Before anything could be logged.
            System.setProperty("java.util.logging.config.class", SilentLogging.class.getName());
        }
        if (Utf8Restart.isNeeded()) {
            Utf8Restart.replaceProcess();
            if (Utf8Restart.isAnythingDamaged()) {
                System.err.println(messages().text("start.noUtf8"));
                System.exit(UNAVAILABLE);
            }
        }
        PrintStream out = new ResultStream(new FileOutputStream(FileDescriptor.out), System.out.charset());
        System.exit(run(List.of(arguments), out, System.err));
    }

    /** Runs until the window is closed; the exit code. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.equals(List.of("--version"))) {
            out.println("Twinport " + Version.current());
            return ResultStream.isLost(out) ? LOST : 0;
        }
        Messages messages = messages();
        if (HeadlessCommands.areMeant(arguments)) {
            return headless(arguments, out, err, messages);
        }
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

    private static Messages messages() {
        return Messages.forLocale(Locale.getDefault(Locale.Category.DISPLAY));
    }

    /** Ctrl+C ends a command in order: what is half done keeps its temporary file, and the sums are told. */
    private static int headless(List<String> arguments, PrintStream out, PrintStream err, Messages messages) {
        Interruption interruption = new Interruption();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            interruption.request();
            await(ended);
        }));
        try {
            return new HeadlessCommands(new Surroundings(
                            out,
                            err,
                            System.getenv(),
                            new SystemTerminal(),
                            interruption,
                            messages,
                            Version.current(),
                            DataFolder.ofThisUser()))
                    .run(arguments);
        } finally {
            ended.countDown();
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                System.getLogger(Twinport.class.getName()).log(Level.WARNING, "the command did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
