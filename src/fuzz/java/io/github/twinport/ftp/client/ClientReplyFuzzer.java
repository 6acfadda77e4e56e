// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.RemotePath;
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
        RemotePath path = PathReply.parse(reply);
        boolean plain = path.segments().stream().allMatch(EntryName::isPlain);
        boolean stable = RemotePath.of(path.toString()).toString().equals(path.toString());
        if (!named || !plain || !stable) {
            throw new IllegalStateException("no valid features or path: " + reply);
        }
    }
}
