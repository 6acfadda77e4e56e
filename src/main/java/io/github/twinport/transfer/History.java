// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

/**
 * What went wrong with a row before, whether it was tried again by itself or by the user. Immutable; any thread.
 *
 * @param attempts how many attempts have failed
 * @param first what happened at the first of them in words, empty when none has failed
 */
public record History(int attempts, String first) {

    /** Nothing went wrong. */
    public static final History NONE = new History(0, "");

    /** The same after one more failure. */
    History with(String what) {
        return new History(attempts + 1, attempts == 0 ? what : first);
    }
}
