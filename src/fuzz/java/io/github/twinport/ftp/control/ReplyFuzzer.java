// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.Reply;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;

/** A control connection on which anything may arrive. */
public final class ReplyFuzzer {

    private ReplyFuzzer() {}

    /** Called by Jazzer for every input. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
        byte[] bytes = data.consumeRemainingAsBytes();
        ReplyReader reader = new ReplyReader(Channels.newChannel(new ByteArrayInputStream(bytes)));
        try {
            while (true) {
                Reply reply = reader.read(WireCharset.UTF_8, line -> {});
                if (reply.code() < 100 || reply.code() > 999 || reply.lines().isEmpty()) {
                    throw new IllegalStateException("no valid reply: " + reply);
                }
            }
        } catch (EOFException | ProtocolViolation expected) {
            // How every such connection ends.
            return;
        }
    }
}
