// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** Commands that leave together. Used by the lane thread only. */
final class Outbox {

    /** What stands in Telnet before a command of its own (RFC 854); sent as urgent data it begins a Synch. */
    static final int IAC = 0xFF;

    private static final int INTERRUPT_PROCESS = 0xF4;
    private static final int DATA_MARK = 0xF2;

    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream(256);

    boolean isEmpty() {
        return unsent.size() == 0;
    }

    /**
     * Adds a command.
     *
     * @throws FtpException.Refused when the charset has no bytes for the argument
     */
    void add(Command command, WireCharset charset) throws FtpException.Refused {
        try {
            unsent.writeBytes(command.encode(charset));
        } catch (CharacterCodingException e) {
            String text = "the charset " + charset.charset() + " cannot express this name";
            throw new FtpException.Refused(command.toString(), new Reply(501, List.of(text)));
        }
    }

    /** Adds what has to leave before the urgent byte of Telnet's Synch. */
    void addInterrupt() {
        unsent.write(IAC);
        unsent.write(INTERRUPT_PROCESS);
    }

    /** Adds what follows the urgent byte of Telnet's Synch. */
    void addDataMark() {
        unsent.write(DATA_MARK);
    }

    /** Empties it. */
    ByteBuffer take() {
        ByteBuffer bytes = ByteBuffer.wrap(unsent.toByteArray());
        unsent.reset();
        return bytes;
    }
}
