// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.nio.file.FileSystemException;

/** A link of this computer stands where a server's folder is to be: nothing is written or deleted through it. */
@SuppressWarnings("serial") // Never serialised.
public final class LinkInTheWayException extends FileSystemException {

    /** The link in question. */
    LinkInTheWayException(String link) {
        super(link, null, "a link stands in the place of a folder");
    }
}
