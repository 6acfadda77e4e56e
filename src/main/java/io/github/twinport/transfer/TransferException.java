// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Reply;
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

    /** A complete temporary file was not there any more when it was to get its last name. */
    static final class TakenAway extends TransferException {

        private final String temporary;

        TakenAway(String name, String temporary) {
            super("the temporary file " + temporary + " is gone", name);
            this.temporary = temporary;
        }

        /** The name under which it was. */
        String temporary() {
            return temporary;
        }
    }

    /** An existing file could only be replaced by writing over it, which nobody has agreed to. */
    static final class InPlaceOnly extends TransferException {

        private final Reply reply;

        InPlaceOnly(String name, FtpException.Refused refused) {
            super("it can only be written in place", name);
            reply = refused.reply();
            initCause(refused);
        }

        /** What the server said to the last other way. */
        Reply reply() {
            return reply;
        }
    }

    /** The source is written to again and again while it is sent. */
    static final class SourceChanges extends TransferException {
        SourceChanges(String name) {
            super("it changes while it is sent", name);
        }
    }

    /** What stood at the target could not get its name again. */
    static final class LeftAside extends TransferException {

        private final String aside;

        LeftAside(String name, String aside, FtpException.Refused refused) {
            super("what stood there is now " + aside, name);
            this.aside = aside;
            initCause(refused);
        }

        /** The name that it has now. */
        String aside() {
            return aside;
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

    /** Another source has the same target, or one that the server or the disk takes for the same. */
    static final class SameTarget extends TransferException {

        private final String other;

        SameTarget(String name, String other) {
            super("another source has the same target", name);
            this.other = other;
        }

        /** The other source, empty where it is not known. */
        String other() {
            return other;
        }
    }

    /** Another program of ours writes the temporary file just now. */
    static final class TemporaryInUse extends TransferException {
        TemporaryInUse(String name) {
            super("the temporary file is in use", name);
        }
    }
}
