// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.settings.Appearance;
import io.github.twinport.settings.Setting;
import io.github.twinport.settings.Settings;
import io.github.twinport.settings.WindowBounds;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.store.Database;
import io.github.twinport.support.FxTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the whole program in its own window, driven as a user does. */
abstract class WindowTest extends FxTest {

    private static final WindowBounds BOUNDS = new WindowBounds(0, 0, 1400, 900, false);

    /** The folder of one test; the local pane shows {@code here} in it. */
    @TempDir
    protected Path folder;

    private Thread.@Nullable UncaughtExceptionHandler before;
    private @Nullable Program program;
    private @Nullable Stage window;

    /** Starts the program. */
    protected final void open(Appearance appearance) throws IOException {
        open(appearance, BOUNDS);
    }

    /** Starts the program with its window in the given place. */
    protected final void open(Appearance appearance, WindowBounds bounds) throws IOException {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Path profile = folder.resolve("profile");
        try (Database database = Database.open(profile);
                Settings settings = new Settings(database)) {
            settings.set(Setting.APPEARANCE, appearance);
            settings.set(Setting.MAIN_WINDOW, bounds);
            settings.set(
                    Setting.LOCAL_FOLDER,
                    Files.createDirectories(folder.resolve("here")).toString());
        }
        Program started = Program.open(profile);
        program = started;
        runOnFx(() -> started.show(StartRequest.NOTHING));
        waitFor("the window", () -> mainWindow() != null);
        window = Objects.requireNonNull(onFx(WindowTest::mainWindow));
        waitFor("the focus", window()::isFocused);
        robot.targetWindow(window());
    }

    /** Ends the program; the window was alive until here if this works. */
    @AfterEach
    void end() {
        Program running = program;
        if (running != null) {
            runOnFx(() -> {
                if (window != null) {
                    window.hide();
                }
                running.close();
            });
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    /** The main window. */
    protected final Stage window() {
        return Objects.requireNonNull(window, "not opened yet");
    }

    /** Fills the quick-connect bar and presses its button. */
    protected final void connect(Security security, String host, int port, String user, String password) {
        fill("#quick-address", ServerUrl.protocol(security) + "://" + host + ":" + port);
        fill("#quick-user", user);
        fill("#quick-password", password);
        robot.clickOn("#quick-go");
    }

    /** Waits until the remote pane shows its folder. */
    protected final void awaitConnected(Security security) {
        String protection = security.usesTls() ? "TLS 1." : "not encrypted";
        await("connection", label("#status-connection").textProperty(), text -> text.contains(protection));
        waitFor("the remote folder", () -> table("remote").isFocused());
    }

    /** Types a path into the path bar of a pane. */
    protected final void go(String side, String path) {
        robot.clickOn("#" + side + "-edit-path");
        TextField field = find(TextField.class, "#" + side + "-path");
        waitFor("the path field", field::isFocused);
        write(path);
        robot.type(KeyCode.ENTER);
    }

    /** Waits until all transfers have come to rest and the status bar says so. */
    protected final void awaitTransferred(int files, Duration patience) {
        String said = await(
                "transfers",
                label("#status-queue").textProperty(),
                text -> text.endsWith("failed") || text.matches(files + " files? transferred"),
                patience);
        assertThat(said).isEqualTo(files == 1 ? "1 file transferred" : files + " files transferred");
        assertThat(onFx(() -> node(ToggleButton.class, "#transfers-view-failed").getText()))
                .isEqualTo("Failed");
        assertThat(onFx(() -> node(ToggleButton.class, "#transfers-view-done").getText()))
                .isEqualTo("Done " + files);
    }

    /** The table of a pane. */
    protected final TableView<?> table(String side) {
        return node(TableView.class, "#" + side + "-table");
    }

    /** The cell in which a pane shows a name; waits for it. */
    protected final Node row(String side, String name) {
        waitFor(name, () -> robot.from(table(side)).lookup(name).tryQuery().isPresent());
        return robot.from(table(side)).lookup(name).query();
    }

    protected final Label label(String query) {
        return node(Label.class, query);
    }

    /** A node of the main window that is there now. */
    protected final <N extends Node> N node(Class<N> type, String query) {
        return type.cast(Objects.requireNonNull(window().getScene().lookup(query), query));
    }

    /** Waits until a value is as it should be and returns it. */
    protected static <T> T await(String what, ObservableValue<T> value, Predicate<T> condition) {
        return await(what, value, condition, Duration.ofSeconds(30));
    }

    /** The same with more or less patience. */
    protected static <T> T await(String what, ObservableValue<T> value, Predicate<T> condition, Duration patience) {
        CompletableFuture<T> reached = new CompletableFuture<>();
        Subscription subscription = onFx(() -> value.subscribe(now -> {
            if (condition.test(now)) {
                reached.complete(now);
            }
        }));
        try {
            return reached.get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain for " + what + ": " + onFx(value::getValue), e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            runOnFx(subscription::unsubscribe);
        }
    }

    private void fill(String query, String text) {
        TextField field = node(TextField.class, query);
        robot.clickOn(field);
        waitFor(query, field::isFocused);
        runOnFx(field::clear);
        write(text);
    }

    private static @Nullable Stage mainWindow() {
        return Window.getWindows().stream()
                .filter(shown -> shown instanceof Stage stage
                        && stage.getOwner() == null
                        && stage.getScene() != null
                        && stage.getScene().lookup("#quick-connect") != null)
                .map(Stage.class::cast)
                .findFirst()
                .orElse(null);
    }
}
