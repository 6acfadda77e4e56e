// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.ftp.Proof;
import io.github.twinport.ftp.data.DataMethod;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt about one server by trying, so that the next connection begins with what works. Only ever changes the
 * order of attempts and leaves out what the server has refused; it allows nothing that the settings forbid. Immutable;
 * any thread.
 *
 * @param dataMethod the way to data connections that worked last, null while none has
 * @param extendedPortRefused whether the server knows PORT only
 * @param withoutTls13 whether TLS 1.3 data connections were refused more than once, so that TLS 1.2 is offered alone
 * @param mlsdRefused whether LIST works although MLSD is announced
 * @param hiddenFilesRefused whether LIST works without -a only
 * @param pipelining whether several commands may be under way at once
 * @param noopInTransfers whether NOOP may be sent while a transfer is under way
 * @param silentStart whether transfers may begin although the server has not said that they do
 * @param listOffset how far the times in LIST lines are ahead of UTC; null while it was not measured
 * @param emptySizes whether a length of 0 says that a file is there; some servers tell it for whatever is missing
 */
public record ServerProfile(
        @Nullable DataMethod dataMethod,
        boolean extendedPortRefused,
        boolean withoutTls13,
        boolean mlsdRefused,
        boolean hiddenFilesRefused,
        Proof pipelining,
        Proof noopInTransfers,
        Proof silentStart,
        @Nullable ZoneOffset listOffset,
        Proof emptySizes) {

    /** Nothing is known yet. */
    public static final ServerProfile UNKNOWN = new ServerProfile(null, false, false, false, false);

    /** What data connections and listings have taught; nothing else is known yet. */
    public ServerProfile(
            @Nullable DataMethod dataMethod,
            boolean extendedPortRefused,
            boolean withoutTls13,
            boolean mlsdRefused,
            boolean hiddenFilesRefused) {
        this(
                dataMethod,
                extendedPortRefused,
                withoutTls13,
                mlsdRefused,
                hiddenFilesRefused,
                Proof.UNKNOWN,
                Proof.UNKNOWN,
                Proof.UNKNOWN,
                null,
                Proof.UNKNOWN);
    }

    /** The same with or without TLS 1.3. */
    public ServerProfile withoutTls13(boolean without) {
        return new ServerProfile(
                dataMethod,
                extendedPortRefused,
                without,
                mlsdRefused,
                hiddenFilesRefused,
                pipelining,
                noopInTransfers,
                silentStart,
                listOffset,
                emptySizes);
    }

    /** The same with other knowledge about pipelining. */
    public ServerProfile withPipelining(Proof proof) {
        return new ServerProfile(
                dataMethod,
                extendedPortRefused,
                withoutTls13,
                mlsdRefused,
                hiddenFilesRefused,
                proof,
                noopInTransfers,
                silentStart,
                listOffset,
                emptySizes);
    }

    /** The same with other knowledge about NOOP during transfers. */
    public ServerProfile withNoopInTransfers(Proof proof) {
        return new ServerProfile(
                dataMethod,
                extendedPortRefused,
                withoutTls13,
                mlsdRefused,
                hiddenFilesRefused,
                pipelining,
                proof,
                silentStart,
                listOffset,
                emptySizes);
    }

    /** The same with another clock of the server's listings. */
    public ServerProfile withListOffset(@Nullable ZoneOffset offset) {
        return new ServerProfile(
                dataMethod,
                extendedPortRefused,
                withoutTls13,
                mlsdRefused,
                hiddenFilesRefused,
                pipelining,
                noopInTransfers,
                silentStart,
                offset,
                emptySizes);
    }
}
