// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import java.io.IOException;

/** What a user typed or pasted does not name a server. The message never holds the text, which may hold a password. */
public final class InvalidServerUrlException extends IOException {

    private static final long serialVersionUID = 1L;
    private final Problem problem;
    private final String part;

    /** Made of the problem and the part of the text that has it; the part must not hold a password. */
    public InvalidServerUrlException(Problem problem, String part) {
        super(problem + " " + part);
        this.problem = problem;
        this.part = part;
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    /** The part that is wrong, for the message to the user; may be empty. */
    public String part() {
        return part;
    }

    /** What can be wrong with the text. */
    public enum Problem {
        /** There is nothing. */
        EMPTY,
        /** It begins with the name of a protocol that is not spoken here. */
        UNKNOWN_PROTOCOL,
        /** It names no host. */
        NO_HOST,
        /** The host holds characters that no host name has, or the brackets of an IPv6 address are wrong. */
        BAD_HOST,
        /** The port is no number from 1 to 65535. */
        BAD_PORT,
        /** A percent sign is not followed by two hexadecimal digits. */
        BAD_ESCAPE,
        /** It holds a line break or another control character. */
        CONTROL_CHARACTER
    }
}
