// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import io.github.twinport.settings.Appearance;
import io.github.twinport.ui.fx.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.util.NodeQueryUtils;

/**
 * Tests of windows: the toolkit runs (in JavaFX's headless platform, unless the test is tagged {@code display}), each
 * test shows what it needs in a stage of 960 × 640 and drives it by {@link #robot}.
 *
 * <p>All of TestFX is behind this class and its robot.
 */
public abstract class FxTest {

    /** How long a condition may take to become true before the test fails. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** How long the JavaFX thread is left alone between two looks at a condition, in nanoseconds. */
    private static final long BETWEEN_LOOKS = 1_000_000;

    private static final double WIDTH = 960;
    private static final double HEIGHT = 640;

    /** Mouse and keyboard. */
    protected final FxRobot robot = new FxRobot();

    private @Nullable Stage stage;
    private @Nullable Theme theme;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        var started = new CompletableFuture<Void>();
        try {
            Platform.startup(() -> started.complete(null));
        } catch (IllegalStateException running) {
            started.complete(null);
        }
        started.join();
        Platform.setImplicitExit(false);
    }

    /** Closes the stage, so that the next test starts with none. */
    @AfterEach
    void closeStage() {
        runOnFx(() -> {
            if (stage != null) {
                stage.close();
            }
        });
    }

    /** Makes the content on the JavaFX thread and shows it in a new stage with the application's style sheets. */
    protected final <P extends Parent> P show(Callable<P> content) {
        return show(content, WIDTH, HEIGHT);
    }

    /** The same in another size; the headless screen is 1000 × 1000. */
    protected final <P extends Parent> P show(Callable<P> content, double width, double height) {
        P shown = onFx(() -> {
            Theme dress = new Theme();
            dress.choiceProperty().set(Appearance.LIGHT);
            Stage window = new Stage();
            P root = content.call();
            Scene scene = new Scene(new StackPane(root), width, height);
            dress.addTo(scene);
            window.setScene(scene);
            theme = dress;
            stage = window;
            window.show();
            window.requestFocus();
            return root;
        });
        waitFor("the stage to have the focus", () -> stage().isFocused());
        robot.targetWindow(stage());
        return shown;
    }

    /** The stage of this test. */
    protected final Stage stage() {
        if (stage == null) {
            throw new IllegalStateException("nothing was shown yet");
        }
        return stage;
    }

    /** Changes between light and dark. */
    protected final void choose(Appearance choice) {
        runOnFx(() -> {
            if (theme != null) {
                theme.choiceProperty().set(choice);
            }
        });
    }

    /** The result of work done on the JavaFX thread; its failure fails the test. */
    protected static <T> T onFx(Callable<T> work) {
        if (Platform.isFxApplicationThread()) {
            return called(work);
        }
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        try {
            return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the JavaFX thread did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Does work on the JavaFX thread and waits for its end. */
    protected static void runOnFx(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until the condition, asked on the JavaFX thread, is true. */
    protected static void waitFor(BooleanSupplier condition) {
        waitFor("the condition", condition);
    }

    /**
     * Waits until the condition, asked on the JavaFX thread, is true; fails naming what was waited for. What the windows
     * show follows from the condition then: they are laid out.
     */
    protected static void waitFor(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        runOnFx(() -> Window.getWindows().stream()
                .map(Window::getScene)
                .filter(Objects::nonNull)
                .map(Scene::getRoot)
                .forEach(root -> {
                    root.applyCss();
                    root.layout();
                }));
    }

    /**
     * Waits until a node, in whichever window, is shown in the window that has the focus, and returns it.
     *
     * @param type the class of the node
     * @param query its id with a leading {@code #}, its style class with a leading {@code .} or its text
     */
    protected final <N extends Node> N find(Class<N> type, String query) {
        waitFor(
                query,
                () -> robot.lookup(query).tryQuery().filter(FxTest::isShown).isPresent());
        return robot.lookup(query).queryAs(type);
    }

    /** Types a text into the control that has the focus, in the newest of the focused windows. */
    protected static void write(String text) {
        for (int i = 0; i < text.length(); i++) {
            String character = text.substring(i, i + 1);
            runOnFx(() -> {
                Scene scene = Window.getWindows().stream()
                        .filter(Window::isFocused)
                        .reduce((older, newer) -> newer)
                        .orElseThrow()
                        .getScene();
                Node target = Objects.requireNonNull(scene.getFocusOwner());
                // The headless platform leaves the focus of the owner as it is while a dialog is open, and TestFX then
                // writes into the owner; the character therefore goes straight to the focus owner.
                Event.fireEvent(
                        target,
                        new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
            });
        }
    }

    private static boolean isShown(Node node) {
        Scene scene = node.getScene();
        return scene != null
                && scene.getWindow() != null
                && scene.getWindow().isFocused()
                && !node.getLayoutBounds().isEmpty()
                && NodeQueryUtils.isVisible().test(node);
    }

    /** Writes what the stage shows to {@code target/screenshots/NAME.png}, to be looked at. */
    protected final Path screenshot(String name) {
        return screenshot(stage().getScene(), name);
    }

    /** Writes what a scene shows, for instance a dialog's, to {@code target/screenshots/NAME.png}. */
    protected final Path screenshot(Scene scene, String name) {
        BufferedImage image = onFx(() -> {
            WritableImage picture = scene.snapshot(null);
            int width = (int) picture.getWidth();
            int height = (int) picture.getHeight();
            BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    copy.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
                }
            }
            return copy;
        });
        Path file = Path.of("target", "screenshots", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
