// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether there is a screen to show a window on. */
public final class Display {

    private Display() {}

    /** Whether this program has a screen. */
    public static boolean isPresent() {
        return isPresent(System.getProperty("os.name"), System.getProperty("glass.platform"), System.getenv());
    }

    /** JavaFX needs an X server where the system is neither Windows nor macOS, unless its headless platform is chosen. */
    static boolean isPresent(String system, @Nullable String platform, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean ownScreen = name.startsWith("windows") || name.startsWith("mac");
        return ownScreen
                || "headless".equalsIgnoreCase(platform)
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }
}
