// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Reply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Brings commands and replies back into step where a server may have swallowed commands: by PWD, whose reply can be told
 * from those of NOOP. Belongs to the lane thread.
 */
public final class Synchronisation {

    private static final Command DISTINCT = Command.of("PWD");
    private static final int DISTINCT_CODE = 257;

    private Synchronisation() {}

    /**
     * Takes the replies that are only late and goes on behind them.
     *
     * @param missing how many replies have not come; their commands are {@linkplain ControlConnection#withdraw withdrawn}
     * @param silence how long a server may be silent before it is thought to have nothing more to say
     * @throws FtpException when the connection broke
     */
    public static void restore(ControlConnection control, int missing, Duration silence) throws FtpException {
        Reply reply = control.execute(DISTINCT);
        for (int late = 0; late < missing && reply.code() != DISTINCT_CODE; late++) {
            PendingReply another = control.expectAnother(DISTINCT);
            @Nullable Reply next = control.awaitUnlessSilent(another, silence);
            if (next == null) {
                control.withdraw(another);
                return;
            }
            reply = next;
        }
    }
}
