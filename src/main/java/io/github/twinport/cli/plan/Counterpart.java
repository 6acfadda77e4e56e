// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import io.github.twinport.files.Entry;

/**
 * What the target has for an entry of the source.
 *
 * @param path its path in the target, where it may have another name than in the source
 * @param entry what stands there
 */
record Counterpart(String path, Entry entry) {}
