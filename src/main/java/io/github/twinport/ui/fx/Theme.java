// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.github.twinport.settings.Appearance;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/**
 * Light and dark, and the style sheets of all windows. One for the application; used on the JavaFX thread.
 *
 * <p>Each area of the window has a style sheet of its own. They name colours only by those that the themes define, so
 * that one sheet serves both.
 */
public final class Theme {

    private static final List<String> AREAS = List.of("twinport", "explorer", "transfers", "log", "sites", "shell");

    private final ObjectProperty<Appearance> choice = new SimpleObjectProperty<>(this, "choice", Appearance.SYSTEM);
    private final ObjectBinding<ColorScheme> scheme = Bindings.createObjectBinding(
            () -> switch (choice.get()) {
                case SYSTEM -> Platform.getPreferences().getColorScheme();
                case LIGHT -> ColorScheme.LIGHT;
                case DARK -> ColorScheme.DARK;
            },
            choice,
            Platform.getPreferences().colorSchemeProperty());

    /** Follows the system until something else is chosen. */
    public Theme() {
        scheme.subscribe(Theme::show);
    }

    /** What the user chose; {@link Appearance#SYSTEM} at first. */
    public ObjectProperty<Appearance> choiceProperty() {
        return choice;
    }

    /** Dresses a window's scene, now and whenever the choice or the system changes. */
    public void addTo(Scene scene) {
        AREAS.forEach(area -> addSheet(scene, area));
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            addSheet(scene, "opaque");
        }
        // The frame of the window follows the scene's preference (JavaFX 26 and newer, Windows and macOS).
        scene.getPreferences().colorSchemeProperty().bind(scheme);
    }

    private static void addSheet(Scene scene, String name) {
        URL sheet = Objects.requireNonNull(Theme.class.getResource("/io/github/twinport/ui/" + name + ".css"));
        scene.getStylesheets().add(sheet.toExternalForm());
    }

    private static void show(ColorScheme scheme) {
        var theme = scheme == ColorScheme.DARK ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }
}
