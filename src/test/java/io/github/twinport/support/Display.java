// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

/** The X display that tests with the tag {@code display} need. */
public final class Display {

    private Display() {}

    /**
     * Skips the calling test when there is no X display; fails it when {@code TWINPORT_REQUIRE} contains
     * {@code display}.
     */
    public static void assume() {
        String display = System.getenv().getOrDefault("DISPLAY", "");
        Requirement.DISPLAY.assume(!display.isBlank(), "the environment variable DISPLAY names no X display");
    }
}
