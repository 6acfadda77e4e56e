// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

/** Is asked before the window closes. JavaFX thread only. */
@FunctionalInterface
interface WindowGuard {

    /** Whether nothing is lost, or the user agrees. */
    boolean mayClose();
}
