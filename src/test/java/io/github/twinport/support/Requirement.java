// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/**
 * What some tests need from the machine. A test is skipped where it is missing, unless the environment variable
 * {@code TWINPORT_REQUIRE} (names separated by commas) says that it must be there: then the test fails.
 */
enum Requirement {
    SERVERS("servers"),
    DISPLAY("display"),
    DISKS("disks");

    private final String name;

    Requirement(String name) {
        this.name = name;
    }

    void assume(boolean met, String what) {
        if (!met && isDemanded()) {
            throw new AssertionError("TWINPORT_REQUIRE demands " + name + ", but " + what);
        }
        Assumptions.assumeTrue(met, what);
    }

    private boolean isDemanded() {
        String demanded = System.getenv().getOrDefault("TWINPORT_REQUIRE", "");
        return Arrays.asList(demanded.split(",", -1)).contains(name);
    }
}
