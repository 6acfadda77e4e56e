// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.soak;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Decides by chance what goes wrong, and counts it. Any thread; the order of threads makes each run a little different. */
final class Faults {

    /** What can go wrong. */
    enum Fault {
        /** A command is refused with 450 and not done. */
        COMMAND_REFUSED,
        /** The connection ends instead of a command being done. */
        COMMAND_DROPPED,
        /** A command and all after it are neither done nor answered. */
        SESSION_HUNG,
        /** A command is done, and the connection ends before its last reply. */
        REPLY_LOST,
        /** A transfer is done, and its last reply says 426. */
        TRANSFER_DENIED,
        /** Nothing listens for a moment. */
        NOT_LISTENING,
        /** A control connection is reset before the greeting. */
        CONTROL_RESET,
        /** A control connection is reset after some bytes. */
        CONTROL_CUT,
        /** A data connection is reset before any byte. */
        DATA_RESET,
        /** A data connection is reset after some bytes. */
        DATA_CUT,
        /** A data connection passes no more bytes after some. */
        DATA_STALLED,
        /** The server sees the end of an upload after some bytes, and confirms it. */
        DATA_SHORTENED
    }

    private final double share;
    private final Random random;
    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
    private long steps;

    /**
     * Begins.
     *
     * @param seed makes the same choices again
     * @param share how much of everything fails, from 0 to 1
     */
    Faults(long seed, double share) {
        this.share = share;
        random = new Random(seed);
    }

    /** What goes wrong with this step, one of the given faults with equal chances; mostly nothing. */
    synchronized Optional<Fault> next(List<Fault> possible) {
        steps++;
        return random.nextDouble() < share
                ? Optional.of(possible.get(random.nextInt(possible.size())))
                : Optional.empty();
    }

    /** After how many bytes it goes wrong: a small number as likely as a large one. */
    synchronized long offset(long most) {
        return (long) Math.exp(random.nextDouble() * Math.log((double) most));
    }

    /** Notes that it went wrong indeed. */
    synchronized void happened(Fault fault) {
        counts.merge(fault, 1L, Long::sum);
    }

    /** How many steps there were in which something could go wrong. */
    synchronized long steps() {
        return steps;
    }

    /** How often each went wrong. */
    synchronized Map<Fault, Long> counts() {
        return new EnumMap<>(counts);
    }
}
