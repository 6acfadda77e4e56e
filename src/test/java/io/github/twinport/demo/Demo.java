// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.demo;

import io.github.twinport.TwinportApplication;
import io.github.twinport.app.Display;
import io.github.twinport.support.ApacheServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/**
 * Shows Twinport at work with nothing installed: a server of its own on loopback with sample files, and the window
 * already connected to it. Without a display it plays the {@link Tour} in JavaFX's headless platform.
 */
public final class Demo {

    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Demo() {}

    /**
     * Runs the demo.
     *
     * @param arguments the folder for everything the demo writes
     */
    public static void main(String[] arguments) throws IOException {
        // On the class path, where tests and the demo run, JavaFX warns that it would rather be a module.
        JAVAFX.setLevel(Level.SEVERE);
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        Path remote = folder.resolve("server");
        Path local = folder.resolve("this computer");
        SampleFiles.replace(remote, SampleFiles.ON_SERVER);
        SampleFiles.replace(local, SampleFiles.ON_THIS_COMPUTER);
        System.setProperty("twinport.profile", freshProfile(folder).toString());
        int exitCode;
        try (ApacheServer server = ApacheServer.start(remote)) {
            String url = "ftp://" + ApacheServer.USER + ":" + ApacheServer.PASSWORD + "@" + server.host() + ":"
                    + server.port() + "/";
            String[] start = {"--local", local.toString(), url};
            if (Display.isPresent()) {
                System.out.println("Drag a file from one side to the other. The server's folder is " + remote);
                Application.launch(TwinportApplication.class, start);
                exitCode = 0;
            } else {
                exitCode = Tour.play(start, local, remote, folder) ? 0 : 1;
            }
        }
        System.exit(exitCode);
    }

    /** The demo has a database of its own and leaves the user's alone. */
    private static Path freshProfile(Path folder) throws IOException {
        Path profile = folder.resolve("profile");
        SampleFiles.delete(profile);
        return Files.createDirectories(profile);
    }
}
