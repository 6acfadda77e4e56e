// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.settings;

/** Which colours the window has. */
public enum Appearance {
    /** As the operating system has it, also when that changes. */
    SYSTEM,
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK
}
