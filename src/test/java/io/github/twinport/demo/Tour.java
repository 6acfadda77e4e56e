// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.demo;

import io.github.twinport.TwinportApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** Plays what a newcomer would do, by keyboard, in the real window, and checks every byte that was moved. */
final class Tour {

    private final TourWindow window = new TourWindow();
    private final Path local;
    private final Path remote;
    private final Path pictures;

    private Tour(Path local, Path remote, Path pictures) {
        this.local = local;
        this.remote = remote;
        this.pictures = pictures;
    }

    /**
     * Plays the tour and prints what was done.
     *
     * @param start what the window is started with
     * @param local the folder shown on this computer
     * @param remote the folder that the server serves
     * @param pictures takes the screenshots
     * @return whether everything arrived
     */
    static boolean play(String[] start, Path local, Path remote, Path pictures) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.out.println("No display here: playing a short tour in JavaFX's headless platform.");
        Tour tour = new Tour(local, remote, pictures);
        CompletableFuture<Boolean> result =
                CompletableFuture.supplyAsync(tour::steps).whenComplete((done, failure) -> tour.window.close());
        Application.launch(TwinportApplication.class, start);
        return result.join();
    }

    private boolean steps() {
        try {
            long begin = System.nanoTime();
            window.await("the server's files", () -> rows("#remote-table") > 0 && rows("#local-table") > 0);
            say("connected and listed " + rows("#remote-table") + " entries in " + since(begin));
            window.picture(pictures.resolve("1-connected.png"));
            copy("#remote-table", "photos", remote, local, "downloaded");
            copy("#local-table", "letters", local, remote, "uploaded");
            window.picture(pictures.resolve("2-light.png"));
            window.choose("appearance-DARK");
            window.picture(pictures.resolve("3-dark.png"));
            say("screenshots of the window are in " + pictures);
            return true;
        } catch (IOException | TourException e) {
            say("the tour ended early: " + e.getMessage());
            return false;
        }
    }

    /** Goes to a folder by typing its name, copies it to the other side with F5 and compares both. */
    private void copy(String table, String folder, Path from, Path to, String done) throws IOException {
        long begin = System.nanoTime();
        window.type(table, folder);
        window.press(table, KeyCode.F5);
        FolderComparison comparison = new FolderComparison(from.resolve(folder), to.resolve(folder));
        window.await(folder + " on the other side", comparison::isComplete);
        long bytes = comparison.demandEqualBytes();
        double seconds = (System.nanoTime() - begin) / 1e9;
        say(String.format(
                Locale.ROOT,
                "%s the folder %s: %d files, %.1f MB in %.2f s (%.1f MB/s), every byte equal",
                done,
                folder,
                comparison.files(),
                bytes / 1e6,
                seconds,
                bytes / 1e6 / seconds));
    }

    private int rows(String table) {
        return window.find(TableView.class, table)
                .map(each -> each.getItems().size())
                .orElse(0);
    }

    private static String since(long begin) {
        return String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - begin) / 1e9);
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
