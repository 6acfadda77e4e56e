// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.store;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the program keeps what it remembers about its user, by the custom of each operating system. */
public final class DataFolder {

    /** The system property that names another folder, for instance for a second profile or a test. */
    public static final String PROFILE_PROPERTY = "twinport.profile";

    private DataFolder() {}

    /** The folder of the user who runs this program. It need not exist yet. */
    public static Path ofThisUser() {
        return of(System::getProperty, System::getenv);
    }

    /**
     * The folder for a given system.
     *
     * @param property answers system properties, null where one is not set
     * @param environment answers environment variables, null where one is not set
     */
    static Path of(Lookup property, Lookup environment) {
        String profile = property.get(PROFILE_PROPERTY);
        if (profile != null && !profile.isBlank()) {
            return Path.of(profile).toAbsolutePath().normalize();
        }
        Path home = Path.of(text(property.get("user.home"), "."));
        String system = text(property.get("os.name"), "").toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/Twinport");
        }
        if (system.startsWith("windows")) {
            return folder(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                    .resolve("Twinport");
        }
        return folder(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"))
                .resolve("twinport");
    }

    /** The XDG specification: a relative path in the variable is invalid and ignored. */
    private static Path folder(@Nullable String named, Path otherwise) {
        if (named == null || named.isBlank()) {
            return otherwise;
        }
        Path path = Path.of(named);
        return path.isAbsolute() ? path : otherwise;
    }

    private static String text(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    /** Answers the value of a name. */
    interface Lookup {
        /** The value, or null where there is none. */
        @Nullable
        String get(String name);
    }
}
