// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.event.ProtocolLine.Kind;
import io.github.twinport.event.Transcript;
import java.time.Clock;
import java.util.List;

/** Writes the lines of one control connection into the protocol log, without the secrets of its session. Any thread. */
public final class ProtocolLog {

    /** The digits in front are not the server's words, even where they look like a password. */
    private static final int CODE = 3;

    private final Transcript transcript;
    private final Clock clock;
    private final int connection;
    private final Secrets secrets;

    /** Takes a new connection number. */
    public ProtocolLog(Transcript transcript, Clock clock, Secrets secrets) {
        this.transcript = transcript;
        this.clock = clock;
        this.secrets = secrets;
        this.connection = transcript.nextConnection();
    }

    /** What is hidden in all that the server says. */
    public Secrets secrets() {
        return secrets;
    }

    /** Something Twinport does or sees. */
    public void note(String text) {
        write(Kind.NOTE, text);
    }

    /** A failure of the connection. */
    public void failure(String text) {
        write(Kind.FAILURE, text);
    }

    /** A command that is sent in a charset; its argument is hidden from now on where it is secret. */
    void command(Command command, WireCharset charset) {
        if (command.secret()) {
            secrets.add(command.argument(), charset.charset());
        }
        write(Kind.COMMAND, command.toString());
    }

    /**
     * All lines of a reply, as far as they have come.
     *
     * @param clear what was said in clear and is not hidden
     */
    void reply(List<String> lines, List<String> clear) {
        if (lines.isEmpty()) {
            return;
        }
        String text = String.join("\n", lines);
        int code = Math.min(CODE, text.length());
        String shown = text.substring(0, code) + secrets.mask(text.substring(code), clear);
        for (String line : shown.split("\n", -1)) {
            boolean refusal = line.startsWith("4") || line.startsWith("5");
            write(refusal ? Kind.REFUSAL : Kind.REPLY, line);
        }
    }

    private void write(Kind kind, String text) {
        transcript.line(new ProtocolLine(clock.instant(), connection, kind, text));
    }
}
