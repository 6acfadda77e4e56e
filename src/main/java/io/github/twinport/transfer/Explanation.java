// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/**
 * A failure as the user reads it. Immutable; any thread.
 *
 * @param what one plain sentence about what happened
 * @param advice one plain sentence about what to do
 */
public record Explanation(String what, String advice) {}
