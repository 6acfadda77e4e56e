// SPDX-License-Identifier: Apache-2.0
package io.github.twinport;

/** The entry point: the window, or a headless command when the arguments name one. */
public final class Twinport {

    private Twinport() {}

    /**
     * Starts Twinport.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.out.println("Twinport");
    }
}
