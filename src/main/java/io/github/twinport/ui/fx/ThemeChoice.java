// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.fx;

/** Which of the looks the user wants. */
public enum ThemeChoice {
    /** As the system looks, also when it changes. */
    SYSTEM,
    /** Always light. */
    LIGHT,
    /** Always dark. */
    DARK
}
