// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.twinport.files.EntryName;
import io.github.twinport.ftp.Reply;
import java.util.Arrays;

/** Replies to FEAT and PWD, as they come out of the reader of replies: without NUL and LF. */
public final class ClientReplyFuzzer {

    private ClientReplyFuzzer() {}

    /** Called by Jazzer for every input. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString().replace("\0", "");
        Reply reply = new Reply(257, Arrays.asList(text.split("\n", -1)));
        Features features = Features.of(reply);
        boolean named = features.parameters().keySet().stream().allMatch(features::has);
        boolean plain = PathReply.parse(reply).segments().stream().allMatch(EntryName::isPlain);
        if (!named || !plain) {
            throw new IllegalStateException("no valid features or path: " + reply);
        }
    }
}
