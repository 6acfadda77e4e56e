// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which version of the program this is. */
public final class Version {

    private Version() {}

    /** The version that the build wrote down, for instance {@code 0.1.0}. */
    public static String current() {
        try (InputStream file = Objects.requireNonNull(Version.class.getResourceAsStream("build.properties"))) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
