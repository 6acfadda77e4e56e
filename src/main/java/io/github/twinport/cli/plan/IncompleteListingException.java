// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import java.io.IOException;

/** A folder was listed, but not everything of it was understood. */
public final class IncompleteListingException extends IOException {

    private static final long serialVersionUID = 1L;

    IncompleteListingException() {
        super("not all of the listing was understood");
    }
}
