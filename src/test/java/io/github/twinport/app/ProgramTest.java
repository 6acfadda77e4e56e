// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.store.StoreException;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.FxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest extends FxTest {

    @TempDir
    Path folder;

    private Thread.@Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    @Test
    void opensConnectedTransfersAFileAndEndsInTime() throws Exception {
        Path served = Files.createDirectories(folder.resolve("served"));
        Path here = Files.createDirectories(folder.resolve("here"));
        Files.writeString(served.resolve("a_b c.txt"), "hello");
        try (ApacheServer server = ApacheServer.start(served)) {
            Program program = Program.open(folder.resolve("profile"));
            runOnFx(() -> program.show(new StartRequest(url(server), here.toString())));
            waitFor("the window", () -> window() != null);
            robot.targetWindow(window());
            TableView<?> remote = find(TableView.class, "#remote-table");
            waitFor("the listing", () -> remote.getItems().size() == 1 && remote.isFocused());
            waitFor(
                    "the local folder",
                    () -> ((Label) node("#status-connection")).getText().contains("not encrypted"));
            runOnFx(() -> remote.getSelectionModel().select(0));
            robot.type(KeyCode.F5);
            waitFor("the file", () -> Files.exists(here.resolve("a_b c.txt")));
            assertThat(here.resolve("a_b c.txt")).hasContent("hello");
            waitFor("the sum", () -> ((Label) node("#status-queue")).getText().equals("1 file transferred"));
            screenshot(window().getScene(), "program");

            runOnFx(() -> window().hide());
            runOnFx(program::close);
        }
        assertThat(folder.resolve("profile/twinport.db")).exists();
    }

    @Test
    void showsASheetForAnExceptionThatNobodyCaught() throws Exception {
        Program program = Program.open(folder.resolve("profile"));
        runOnFx(() -> program.show(StartRequest.NOTHING));
        waitFor("the window", () -> window() != null);
        Thread.ofVirtual().name("faulty").start(() -> {
            throw new IllegalStateException("injected");
        });
        robot.clickOn(find(Button.class, "#dialog-close"));
        waitFor("the window again", () -> window().isFocused());
        runOnFx(() -> window().hide());
        runOnFx(program::close);
    }

    @Test
    void refusesAFolderThatCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Program.open(file.resolve("profile"))).isInstanceOf(StoreException.Unavailable.class);
    }

    private static ServerUrl url(ApacheServer server) {
        return new ServerUrl(
                new Server(server.host(), server.port(), Security.PLAIN),
                ApacheServer.USER,
                ApacheServer.PASSWORD,
                null);
    }

    private javafx.scene.Node node(String query) {
        return Objects.requireNonNull(window().getScene().lookup(query));
    }

    private static @Nullable Stage window() {
        return Window.getWindows().stream()
                .filter(shown -> shown instanceof Stage stage && stage.getOwner() == null)
                .map(Stage.class::cast)
                .findFirst()
                .orElse(null);
    }
}
