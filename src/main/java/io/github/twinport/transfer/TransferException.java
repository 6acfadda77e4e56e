// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.io.IOException;

/** Why the queue itself cannot transfer something although server and disk would. The message is for the log. */
@SuppressWarnings("serial") // Never serialised.
abstract sealed class TransferException extends IOException {

    private final String name;

    private TransferException(String message, String name) {
        super(message + ": " + name);
        this.name = name;
    }

    /** The name of the file in question. */
    String name() {
        return name;
    }

    /** A folder stands where a file is to be written. */
    static final class TargetIsFolder extends TransferException {
        TargetIsFolder(String name) {
            super("the target is a folder", name);
        }
    }

    /** A file stands where a folder is to be made. */
    static final class TargetIsFile extends TransferException {
        TargetIsFile(String name) {
            super("the target is a file", name);
        }
    }

    /** The target that is to be resumed is longer than the source. */
    static final class TargetIsLonger extends TransferException {
        TargetIsLonger(String name) {
            super("the target is longer than the source", name);
        }
    }

    /** The end of what is already there is not what the source holds at that place. */
    static final class ContentDiffers extends TransferException {
        ContentDiffers(String name) {
            super("the beginning is not the same content", name);
        }
    }

    /** The server's digest of the file is not that of what has passed, twice. */
    static final class DigestDiffers extends TransferException {

        private final String algorithm;

        DigestDiffers(String name, String algorithm) {
            super("the " + algorithm + " digests differ", name);
            this.algorithm = algorithm;
        }

        /** The function whose results differ, for instance {@code SHA-256}. */
        String algorithm() {
            return algorithm;
        }
    }

    /** The name cannot be a command's argument. */
    static final class NameCannotBeSent extends TransferException {
        NameCannotBeSent(String name) {
            super("the name cannot be sent", name);
        }
    }

    /** The bytes of the name on this computer are no text in the charset in which Java reads names. */
    static final class LocalNameDamaged extends TransferException {
        LocalNameDamaged(String name) {
            super("the local name cannot be read", name);
        }
    }

    /** Another program of ours writes the temporary file just now. */
    static final class TemporaryInUse extends TransferException {
        TemporaryInUse(String name) {
            super("the temporary file is in use", name);
        }
    }
}
