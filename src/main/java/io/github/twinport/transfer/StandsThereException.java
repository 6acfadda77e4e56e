// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.FtpException;
import java.io.IOException;

/** Something stands at an upload's target that no listing has shown; the complete new file keeps its temporary name. */
@SuppressWarnings("serial") // Never serialised.
final class StandsThereException extends IOException {

    private final FtpException.Refused refused;

    StandsThereException(FtpException.Refused refused) {
        super("something stands there that was not shown", refused);
        this.refused = refused;
    }

    /** What the server said to the rename. */
    FtpException.Refused refused() {
        return refused;
    }
}
