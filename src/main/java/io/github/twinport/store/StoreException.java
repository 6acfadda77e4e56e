// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.store;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Why the database could not be opened, read or written. The message is for the log; what users see is made of the type.
 */
public abstract sealed class StoreException extends IOException {

    private static final long serialVersionUID = 1L;

    private StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The file was written by a later version of the program, which this one must not touch. */
    public static final class NewerVersion extends StoreException {

        private static final long serialVersionUID = 1L;
        private final String file;
        private final int found;
        private final int known;

        /** Made of the file, the schema version found in it and the newest that this program knows. */
        public NewerVersion(Path file, int found, int known) {
            super(file + " has schema version " + found + ", this program knows " + known, null);
            this.file = file.toString();
            this.found = found;
            this.known = known;
        }

        /** The file's path. */
        public String file() {
            return file;
        }

        /** The schema version found in the file. */
        public int found() {
            return found;
        }

        /** The newest schema version that this program knows. */
        public int known() {
            return known;
        }
    }

    /** The file cannot be opened, read or written: no permission, disk full, locked for too long, closed. */
    public static final class Unavailable extends StoreException {

        private static final long serialVersionUID = 1L;

        /** Made of what was tried and why it failed. */
        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** What is written in the file makes no sense: something else than this program has changed it. */
    public static final class Nonsense extends StoreException {

        private static final long serialVersionUID = 1L;

        /** Made of where it was found. */
        public Nonsense(String where, @Nullable Throwable cause) {
            super(where, cause);
        }
    }
}
