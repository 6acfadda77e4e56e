// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** The program's window as the tour sees it: nodes by their ids, keys, pictures. Used from the tour's thread. */
final class TourWindow {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Waits until something is true.
     *
     * @throws TourException when it does not come true in a minute
     */
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new TourException("waited in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** A node of the main window by its id with a leading {@code #}; empty while the window is not there. */
    <N extends Node> Optional<N> find(Class<N> type, String id) {
        try {
            return onFx(() -> scene().map(scene -> type.cast(scene.lookup(id))));
        } catch (IllegalStateException notStarted) {
            return Optional.empty();
        }
    }

    /** Types a text into a node. */
    void type(String id, String text) {
        for (int i = 0; i < text.length(); i++) {
            String character = text.substring(i, i + 1);
            fire(id, new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
        }
    }

    /** Presses and releases a key in a node. */
    void press(String id, KeyCode key) {
        fire(id, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        fire(id, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, false, false, false));
    }

    private void fire(String id, KeyEvent event) {
        onFx(() -> {
            Node node = scene().orElseThrow().lookup(id);
            node.requestFocus();
            Event.fireEvent(node, event);
            return true;
        });
    }

    /** Chooses a menu item by its id. */
    void choose(String id) {
        onFx(() -> {
            MenuBar bar = (MenuBar) scene().orElseThrow().lookup(".menu-bar");
            MenuItem item = itemOf(bar.getMenus(), id).orElseThrow(() -> new TourException("no menu item " + id));
            item.fire();
            return true;
        });
    }

    private static Optional<MenuItem> itemOf(List<? extends MenuItem> items, String id) {
        for (MenuItem item : items) {
            if (id.equals(item.getId())) {
                return Optional.of(item);
            }
            Optional<MenuItem> inside = item instanceof Menu menu ? itemOf(menu.getItems(), id) : Optional.empty();
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    /** Writes a picture of the window. */
    void picture(Path file) throws IOException {
        WritableImage shot = onFx(() -> scene().orElseThrow().snapshot(null));
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, shot.getPixelReader().getArgb(x, y));
            }
        }
        ImageIO.write(image, "png", file.toFile());
    }

    /** Closes all windows, which ends the program. */
    void close() {
        Platform.runLater(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            Platform.exit();
        });
    }

    private static Optional<Scene> scene() {
        return Window.getWindows().stream()
                .filter(window -> window.getScene() != null && window.getScene().lookup("#main-layout") != null)
                .map(Window::getScene)
                .findFirst();
    }

    private static <T> T onFx(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            Platform.runLater(() -> {
                try {
                    result.complete(work.call());
                } catch (Exception e) {
                    result.completeExceptionally(e);
                }
            });
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof TourException known ? known : e;
        }
    }
}
