// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;

/** How a worker's attempt ended. */
sealed interface Outcome {

    /** Everything arrived and was checked; a folder was listed and its target made. */
    record Done() implements Outcome {}

    /** It is left alone; the reason is a sentence, empty when the target is to be kept. */
    record Skipped(String reason) implements Outcome {}

    /** The target exists and no rule says what to do. */
    record Conflicting(Entry source, Entry target) implements Outcome {}

    /** Another item is writing the same target just now. */
    record Busy() implements Outcome {}

    /** It did not work, or somebody stopped it. */
    record Broken(Throwable failure, boolean diskFull) implements Outcome {}
}
