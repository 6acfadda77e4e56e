// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

/** What an entry of a folder is. */
public enum EntryKind {
    /** A regular file. */
    FILE,
    /** A folder. */
    FOLDER,
    /** A symbolic link or junction whose target's kind is not known yet. */
    LINK,
    /** A device, socket, pipe or anything else that is neither read nor entered. */
    OTHER
}
