// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.settings.Appearance;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.Display;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files dragged out of another window, which stands for the file manager of the system. */
@Tag("display")
class DropFilesTest extends WindowTest {

    private Stage manager;

    @AfterEach
    void closeManager() {
        runOnFx(() -> {
            if (manager != null) {
                manager.close();
            }
        });
    }

    @Test
    void filesAndFoldersOfAnotherProgramGoIntoTheFolderOfTheServer() throws Exception {
        Display.assume();
        Path served = Files.createDirectories(folder.resolve("served"));
        Files.createDirectories(served.resolve("inbox"));
        Path file = Files.writeString(
                Files.createDirectories(folder.resolve("elsewhere")).resolve("naïve #1.txt"), "a");
        Path tree = Files.createDirectories(folder.resolve("elsewhere/tree"));
        Files.writeString(tree.resolve("b"), "b");
        try (var server = ApacheServer.start(served)) {
            open(Appearance.LIGHT);
            connect(Security.PLAIN, server.host(), server.port(), ApacheServer.USER, ApacheServer.PASSWORD);
            awaitConnected(Security.PLAIN);
            Label offered = offer(List.of(file.toFile(), tree.toFile()));

            robot.drag(offered).moveTo(table("remote")).dropBy(5, 5);
            awaitTransferred(2, Duration.ofSeconds(30));
            robot.drag(offered).dropTo(row("remote", "inbox"));
            awaitTransferred(4, Duration.ofSeconds(30));
        }

        for (String place : List.of("", "inbox")) {
            assertThat(served.resolve(place).resolve("naïve #1.txt")).hasContent("a");
            assertThat(served.resolve(place).resolve("tree/b")).hasContent("b");
        }
    }

    @Test
    void thePaneOfThisComputerLeavesThemToTheFileManager() throws Exception {
        Display.assume();
        Path file = Files.writeString(folder.resolve("elsewhere.txt"), "a");
        open(Appearance.LIGHT);
        Label offered = offer(List.of(file.toFile()));

        robot.drag(offered).dropTo(table("local"));

        waitFor("the end of the drag", () -> offered.getText().equals("refused"));
        assertThat(folder.resolve("here")).isEmptyDirectory();
    }

    /** A window with a label to drag the files by, which afterwards says what became of it. */
    private Label offer(List<File> files) {
        Label label = onFx(() -> {
            Label handle = new Label("drag me");
            handle.setOnDragDetected(event -> {
                ClipboardContent content = new ClipboardContent();
                content.putFiles(files);
                handle.startDragAndDrop(TransferMode.COPY_OR_MOVE).setContent(content);
                event.consume();
            });
            handle.setOnDragDone(event -> handle.setText(event.isAccepted() ? "taken" : "refused"));
            manager = new Stage(StageStyle.UNDECORATED);
            manager.setAlwaysOnTop(true);
            manager.setScene(new Scene(new StackPane(handle), 160, 80));
            manager.setX(120);
            manager.setY(380);
            manager.show();
            return handle;
        });
        waitFor("the window of the file manager", manager::isShowing);
        return label;
    }
}
