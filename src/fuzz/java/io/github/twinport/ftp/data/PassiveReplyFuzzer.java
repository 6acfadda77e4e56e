// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.Reply;
import java.util.List;

/** Texts of 227 and 229 replies. */
public final class PassiveReplyFuzzer {

    private PassiveReplyFuzzer() {}

    /** Called by Jazzer for every input. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        try {
            check(PassiveReplies.extendedPort(new Reply(229, List.of(text))));
        } catch (ProtocolViolation expected) {
            // Most inputs name no port.
        }
        try {
            check(PassiveReplies.address(new Reply(227, List.of(text))).port());
        } catch (ProtocolViolation expected) {
            // Most inputs name no address.
        }
    }

    private static void check(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalStateException("no valid port: " + port);
        }
    }
}
