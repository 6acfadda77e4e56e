// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that a user can set or that a window remembers: its name in the database, its value when nothing valid is
 * kept, and how it is written as text.
 *
 * @param <T> the type of its values
 * @param name the name under which it is kept; never changed once released
 * @param fallback the value where none is kept or what is kept makes no sense
 * @param read makes a value of its text; empty or any {@link RuntimeException} when the text makes no sense
 * @param write makes the text of a value
 */
public record Setting<T>(String name, T fallback, Function<String, Optional<T>> read, Function<T, String> write) {

    /** Light, dark or as the system has it. */
    public static final Setting<Appearance> APPEARANCE = new Setting<>(
            "appearance", Appearance.SYSTEM, text -> Optional.of(Appearance.valueOf(text)), Appearance::name);

    /** Where the main window stood; of no size when it never stood anywhere. */
    public static final Setting<WindowBounds> MAIN_WINDOW =
            new Setting<>("window.main", new WindowBounds(0, 0, 0, 0, false), Setting::bounds, Setting::text);

    /** How many transfers run at the same time, 1 to 16; 0 for as many as help. */
    public static final Setting<Integer> WORKERS = new Setting<>(
            "transfer.workers",
            0,
            text -> Optional.of(Integer.valueOf(text)).filter(number -> number >= 0 && number <= 16),
            String::valueOf);

    /** Whether small files are transferred before large ones, not all from top to bottom. */
    public static final Setting<Boolean> SMALL_FILES_FIRST =
            new Setting<>("transfer.smallFirst", false, text -> Optional.of(Boolean.valueOf(text)), String::valueOf);

    /** The folder last shown on this computer; empty for the user's home. */
    public static final Setting<String> LOCAL_FOLDER =
            new Setting<>("explorer.local.folder", "", Optional::of, Function.identity());

    /** How fast transfers may be and when, as their plan writes it; empty for as fast as possible. */
    public static final Setting<String> SPEED_PLAN =
            new Setting<>("transfer.speed", "", Optional::of, Function.identity());

    /** The rules of new transfers, as they write themselves; empty for the standard. */
    public static final Setting<String> TRANSFER_DEFAULTS =
            new Setting<>("transfer.rules", "", Optional::of, Function.identity());

    /** What is done when the queue has nothing left to do, where that is kept; empty for nothing. */
    public static final Setting<String> AFTER_QUEUE =
            new Setting<>("transfer.after", "", Optional::of, Function.identity());

    /** The command that was last chosen to run after the queue; empty for none. */
    public static final Setting<String> AFTER_QUEUE_COMMAND =
            new Setting<>("transfer.after.command", "", Optional::of, Function.identity());

    /** Whether one file after the other is transferred with each server. */
    public static final Setting<Boolean> IN_ORDER =
            new Setting<>("transfer.inOrder", false, text -> Optional.of(Boolean.valueOf(text)), String::valueOf);

    /** Whether files count as done only when the disk has them. */
    public static final Setting<Boolean> DURABLE =
            new Setting<>("transfer.durable", true, text -> Optional.of(Boolean.valueOf(text)), String::valueOf);

    /** Whether the user has paused all transfers. */
    public static final Setting<Boolean> ALL_HELD =
            new Setting<>("transfer.held", false, text -> Optional.of(Boolean.valueOf(text)), String::valueOf);

    /** The servers whose transfers the user has paused, one on each line as they write themselves. */
    public static final Setting<String> HELD_SERVERS =
            new Setting<>("transfer.held.servers", "", Optional::of, Function.identity());

    /** The share of the window's height that the panes have, 0 to 1. */
    public static final Setting<Double> PANES_SHARE = share("window.main.panes", 0.66);

    /** The share of the window's width that the local pane has, 0 to 1. */
    public static final Setting<Double> LOCAL_SHARE = share("window.main.local", 0.5);

    private static Setting<Double> share(String name, double fallback) {
        return new Setting<>(
                name,
                fallback,
                text -> Optional.of(Double.valueOf(text)).filter(share -> share > 0 && share < 1),
                String::valueOf);
    }

    /** The value that a text stands for, or the fallback. */
    T valueOf(String text) {
        try {
            return read.apply(text).orElse(fallback);
        } catch (RuntimeException e) {
            return fallback;
        }
    }

    private static Optional<WindowBounds> bounds(String text) {
        List<Double> numbers =
                Arrays.stream(text.split(" ", -1)).map(Double::valueOf).toList();
        return numbers.size() == 5 && numbers.stream().allMatch(Double::isFinite)
                ? Optional.of(new WindowBounds(
                        numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4) != 0))
                : Optional.empty();
    }

    private static String text(WindowBounds bounds) {
        return bounds.x() + " " + bounds.y() + " " + bounds.width() + " " + bounds.height() + " "
                + (bounds.maximized() ? 1 : 0);
    }
}
