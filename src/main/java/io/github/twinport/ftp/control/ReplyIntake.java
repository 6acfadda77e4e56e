// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads replies, hides the secrets that they repeat, and writes both into the protocol log: the one place through which
 * all that a server says goes to people. Used by the lane thread only.
 */
final class ReplyIntake {

    private static final int PATH_NAMED = 257;

    private final ReplyReader reader;
    private final OwedReplies owed;
    private final ProtocolLog log;

    ReplyIntake(ReplyReader reader, OwedReplies owed, ProtocolLog log) {
        this.reader = reader;
        this.owed = owed;
        this.log = log;
    }

    /**
     * Reads the next reply and gives it to the command whose it is; blocks.
     *
     * @throws ProtocolViolation when no command has asked for it
     * @throws IOException when the connection fails first; what has come of a reply is in the log then
     */
    Reply read(WireCharset charset) throws IOException {
        List<String> lines = new ArrayList<>(1);
        List<String> clear = List.of();
        try {
            Reply reply = reader.read(charset, lines::add);
            clear = saidInClear(reply);
            Reply masked = masked(reply, clear);
            owed.take(masked);
            return masked;
        } finally {
            // Only now: a secret that is cut in two by a line end is not seen in either line.
            log.reply(lines, clear);
        }
    }

    private Reply masked(Reply reply, List<String> clear) {
        String text = String.join("\n", reply.lines());
        String shown = log.secrets().mask(text, clear);
        return shown.equals(text) ? reply : reply.shownAs(List.of(shown.split("\n", -1)));
    }

    /** Paths: the one that the command named, and the one that the reply names. */
    private List<String> saidInClear(Reply reply) {
        List<String> clear = new ArrayList<>(3);
        @Nullable Command command = owed.commandOf(reply);
        if (command != null && !command.secret() && !command.argument().isEmpty()) {
            String path = command.argument();
            clear.add(path);
            clear.add(path.substring(path.lastIndexOf('/') + 1));
        }
        String text = reply.code() == PATH_NAMED ? String.join("\n", reply.lines()) : "";
        int quote = text.indexOf('"');
        if (quote >= 0 && text.lastIndexOf('"') > quote) {
            clear.add(text.substring(quote, text.lastIndexOf('"') + 1));
        }
        return clear;
    }
}
