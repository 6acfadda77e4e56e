// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

/** Shows events to the user. Any thread. */
interface EventPrinter {

    /** Shows one event; it may wait in a buffer. */
    void print(Event event);

    /** Brings everything printed so far out. */
    void flush();

    /** Brings everything out and tells whether nobody takes results any more, as behind {@code | head}. */
    boolean isAbandoned();
}
