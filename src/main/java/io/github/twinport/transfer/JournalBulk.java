// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.util.Set;

/**
 * A change of all files of one folder at once, those inside its folders not included.
 *
 * @param parent the folder
 * @param from which of them change
 * @param to what becomes of them
 */
public record JournalBulk(long parent, Set<Status> from, Status to) {}
