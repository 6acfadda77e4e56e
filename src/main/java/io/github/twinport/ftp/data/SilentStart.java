// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import io.github.twinport.ftp.Proof;
import java.time.Duration;

/**
 * How long the word is waited for with which a server begins a transfer (RFC 959: 125 or 150). Some never say it, or not
 * before the end. In clear their bytes tell that they have begun. With TLS nothing tells, because the client speaks first;
 * but pyftpdlib resets connections on which it speaks before the 150, so that a while has to pass. What has worked is
 * remembered; what has not is not tried again. Belongs to the lane thread.
 */
final class SilentStart {

    private static final Duration MOST_PATIENCE = Duration.ofSeconds(5);

    /** The part of the limit for replies after which TLS begins: the handshake and a late refusal need time, too. */
    private static final int PART = 6;

    private static final Duration USUAL = Duration.ofMillis(1500);

    /** Long enough for most refusals; one that comes later ends the data connection, which is noticed as well. */
    private static final Duration PROVEN = Duration.ofMillis(50);

    private Proof proof;
    private boolean spoken;

    SilentStart(Proof known) {
        proof = known;
    }

    Proof proof() {
        return proof;
    }

    /** How long the word is waited for before it is looked whether the transfer has begun in clear. */
    Duration inClear() {
        return proof == Proof.WORKS ? PROVEN : USUAL;
    }

    /** Whether TLS may begin without the word: not with a server that has said it in this session, but is slow now. */
    boolean isPossibleWithTls() {
        return proof == Proof.WORKS || (proof == Proof.UNKNOWN && !spoken);
    }

    /** The server has said the word. */
    void spoke() {
        spoken = true;
    }

    /**
     * How long the word is waited for before TLS begins without it.
     *
     * @param limit how long any other reply is waited for
     */
    Duration withTls(Duration limit) {
        Duration part = limit.dividedBy(PART);
        Duration patience = part.compareTo(MOST_PATIENCE) < 0 ? part : MOST_PATIENCE;
        return proof == Proof.WORKS ? PROVEN : patience;
    }

    /** A transfer has begun, and the server had not said so. */
    void worked() {
        proof = Proof.WORKS;
    }

    /** TLS that has begun without the word failed. Where it has worked before that may have been an accident. */
    void failed() {
        proof = proof == Proof.WORKS ? Proof.UNKNOWN : Proof.REFUSED;
    }
}
