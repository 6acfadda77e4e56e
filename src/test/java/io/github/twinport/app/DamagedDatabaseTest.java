// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.support.FxTest;
import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start with a file that is no database any more. */
class DamagedDatabaseTest extends FxTest {

    private static final String DAMAGED = "what was a database once. ".repeat(500);

    @TempDir
    private Path folder = Path.of("");

    private @Nullable UncaughtExceptionHandler before;
    private @Nullable Program program;

    @BeforeEach
    void open() throws IOException {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Files.writeString(folder.resolve("twinport.db"), DAMAGED);
        Program started = Program.open(folder);
        program = started;
        // Comes back only when the user has read what is told.
        Platform.runLater(() -> started.show(StartRequest.NOTHING));
    }

    @AfterEach
    void end() {
        Program running = program;
        if (running != null) {
            runOnFx(() -> {
                List.copyOf(Window.getWindows()).forEach(Window::hide);
                running.close();
            });
        }
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void theWindowTellsWhereTheOldFileIsAndGoesOnWithANewOne() throws IOException {
        DialogPane told = find(DialogPane.class, "#failure-dialog");
        Path aside = asideFile();

        assertThat(onFx(told::getHeaderText)).isEqualTo("The database of Twinport was damaged");
        assertThat(onFx(told::getContentText)).contains(aside.toString());
        assertThat(aside).hasContent(DAMAGED);
        screenshot(onFx(told::getScene), "damaged-database");
        Button close = find(Button.class, "#dialog-close");
        runOnFx(close::fire);
        waitFor("the window", DamagedDatabaseTest::isWindowUsable);
    }

    private Path asideFile() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(".damaged-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean isWindowUsable() {
        return Window.getWindows().stream()
                .filter(window -> window.isFocused() && window.getScene() != null)
                .map(window -> window.getScene().lookup("#local-table"))
                .anyMatch(DamagedDatabaseTest::isUsable);
    }

    private static boolean isUsable(@Nullable Node node) {
        return node instanceof TableView<?> && !node.isDisabled();
    }
}
