// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.log;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks where to write a file. An interface so that tests answer in the user's place. JavaFX thread only. */
@FunctionalInterface
public interface SavePlace {

    /** Asks by the dialog of the operating system. */
    SavePlace DIALOG = (owner, title, name) -> {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    };

    /**
     * Asks; empty when the user gave up.
     *
     * @param owner the window that asks
     * @param title what is saved
     * @param name the name that is proposed
     */
    Optional<Path> ask(Window owner, String title, String name);
}
