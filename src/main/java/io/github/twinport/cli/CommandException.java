// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.transfer.Explanation;
import java.io.IOException;

/** A command cannot do what it was asked for although server and disk did nothing wrong. */
@SuppressWarnings("serial") // Never serialised.
final class CommandException extends IOException {

    private final Explanation explanation;

    CommandException(Explanation explanation) {
        super(explanation.what());
        this.explanation = explanation;
    }

    /** What the user reads. */
    Explanation explanation() {
        return explanation;
    }
}
