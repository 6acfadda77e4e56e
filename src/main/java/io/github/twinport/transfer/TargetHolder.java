// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/**
 * Who works on a target, so that nobody else may. Immutable; any thread.
 *
 * @param pid the number of the process
 * @param command whether it is a command without a window
 * @param target what it writes: a file or a folder with all it holds
 */
public record TargetHolder(long pid, boolean command, String target) {}
