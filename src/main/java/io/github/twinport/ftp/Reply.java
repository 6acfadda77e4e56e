// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp;

import java.util.List;

/**
 * One complete reply of a server (RFC 959, 4.2). Immutable; any thread.
 *
 * @param code the three digits, 100 to 599 from well-behaved servers
 * @param lines the texts of its lines, the code and its separator taken off the first and last one
 * @param shown all lines in one as people may see it: a password that the server repeats is masked
 */
public record Reply(int code, List<String> lines, String shown) {

    /** A reply that holds no secret. */
    public Reply(int code, List<String> lines) {
        this(code, lines, joined(lines));
    }

    /** Keeps its own copy of the lines. */
    public Reply {
        lines = List.copyOf(lines);
    }

    /** 1yz: the action has begun, another reply follows. */
    public boolean isPreliminary() {
        return code / 100 == 1;
    }

    /** 2yz: done. */
    public boolean isCompletion() {
        return code / 100 == 2;
    }

    /** 3yz: the server waits for the next command of a sequence. */
    public boolean isIntermediate() {
        return code / 100 == 3;
    }

    /** 4yz: refused for now, a later attempt may succeed. */
    public boolean isTransientRefusal() {
        return code / 100 == 4;
    }

    /** 4yz, 5yz or any code outside the standard. */
    public boolean isRefusal() {
        return code / 100 > 3 || code < 100;
    }

    /** Whether the server has no such command (500, 502) or not for these parameters (501, 504). */
    public boolean isNotImplemented() {
        return code == 500 || code == 501 || code == 502 || code == 504;
    }

    /** The same with other words for people; what is read out of it stays. */
    public Reply shownAs(List<String> masked) {
        return new Reply(code, lines, joined(masked));
    }

    /** All lines in one, joined by blanks, to read something out of it; people see {@link #shown}. */
    public String text() {
        return joined(lines);
    }

    private static String joined(List<String> lines) {
        return String.join(" ", lines).strip();
    }

    /** As a sentence for a message. */
    @Override
    public String toString() {
        return code + " " + shown;
    }
}
