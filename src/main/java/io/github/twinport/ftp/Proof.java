// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp;

/** What is known about something that servers should be able to do and not all can. */
public enum Proof {
    /** Nobody has tried it yet. */
    UNKNOWN,
    /** The server has shown that it copes. */
    WORKS,
    /** It went wrong once: it is not tried again with this server. */
    REFUSED
}
