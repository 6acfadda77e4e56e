// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;

/**
 * The target of a file exists already. Immutable; any thread.
 *
 * @param item the item that waits
 * @param request what is to be transferred
 * @param source the source file
 * @param target the existing target
 */
public record Conflict(long item, TransferRequest request, Entry source, Entry target) {}
