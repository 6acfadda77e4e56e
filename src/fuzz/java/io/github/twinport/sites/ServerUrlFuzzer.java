// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.twinport.ftp.Security;

/** What a user may type or paste as an address. */
public final class ServerUrlFuzzer {

    private ServerUrlFuzzer() {}

    /** Called by Jazzer for every input; an address that is read must come back from its own text. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) throws InvalidServerUrlException {
        ServerUrl url;
        try {
            url = ServerUrl.parse(data.consumeRemainingAsString(), Security.EXPLICIT_TLS);
        } catch (InvalidServerUrlException expected) {
            return;
        }
        ServerUrl again = ServerUrl.parse(url.withoutPassword(), Security.EXPLICIT_TLS);
        if (!again.withoutPassword().equals(url.withoutPassword())) {
            throw new IllegalStateException(url + " became " + again);
        }
    }
}
