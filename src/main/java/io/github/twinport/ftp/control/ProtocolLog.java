// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.event.ProtocolLine.Kind;
import io.github.twinport.event.Transcript;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * Writes the lines of one control connection into the protocol log. A secret that a server repeats in its replies is
 * masked there too. Any thread.
 */
public final class ProtocolLog {

    /** A shorter one would make every text in which it occurs by chance unreadable. */
    private static final int SHORTEST_SECRET = 4;

    private final Transcript transcript;
    private final Clock clock;
    private final int connection;
    private final Set<String> secrets = new CopyOnWriteArraySet<>();

    /** Takes a new connection number. */
    public ProtocolLog(Transcript transcript, Clock clock) {
        this.transcript = transcript;
        this.clock = clock;
        this.connection = transcript.nextConnection();
    }

    /** Something Twinport does or sees. */
    public void note(String text) {
        write(Kind.NOTE, text);
    }

    /** A failure of the connection. */
    public void failure(String text) {
        write(Kind.FAILURE, text);
    }

    void command(Command command) {
        if (command.secret() && command.argument().length() >= SHORTEST_SECRET) {
            secrets.add(command.argument());
        }
        write(Kind.COMMAND, command.toString());
    }

    void reply(String line) {
        boolean refusal = line.startsWith("4") || line.startsWith("5");
        write(refusal ? Kind.REFUSAL : Kind.REPLY, line);
    }

    private void write(Kind kind, String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, "********");
        }
        transcript.line(new ProtocolLine(clock.instant(), connection, kind, shown));
    }
}
