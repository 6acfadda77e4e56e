// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import java.io.IOException;

/** What a session is doing. Immutable; any thread. */
public sealed interface SessionState {

    /** The control connection is being opened, or will be on the next use. */
    record Connecting() implements SessionState {}

    /** Connected and logged in, nothing to do. */
    record Ready() implements SessionState {}

    /** An operation is running. */
    record Busy() implements SessionState {}

    /**
     * The control connection is gone; the next use opens a new one.
     *
     * @param cause why
     */
    record Broken(IOException cause) implements SessionState {}

    /** Closed for good. */
    record Closed() implements SessionState {}
}
