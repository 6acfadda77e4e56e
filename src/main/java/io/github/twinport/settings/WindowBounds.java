// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.settings;

/**
 * Where a window stands when it is not maximised, in the units of the screen's coordinates.
 *
 * @param x the left edge
 * @param y the upper edge
 * @param width the width
 * @param height the height
 * @param maximized whether it fills the screen
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {}
