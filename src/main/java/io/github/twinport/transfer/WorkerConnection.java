// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.client.ContentHash;
import io.github.twinport.ftp.client.Retrieval;
import io.github.twinport.ftp.client.UploadEnd;
import io.github.twinport.ftp.listing.Gap;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a worker does on a server. Connects by itself when needed. All methods but {@link #cancel} block and belong to
 * one worker at a time; they throw an {@link io.github.twinport.ftp.FtpException} when server or network are the cause
 * and any other {@link IOException} when the local channel is.
 */
interface WorkerConnection extends AutoCloseable {

    /** Writes something into the protocol log that explains what follows there. */
    default void note(String text) throws IOException {
        // Who has no log says nothing.
    }

    /** Lists a folder; entries are handed over while they arrive. Why they may not be all: empty where they are. */
    Set<Gap> list(RemotePath folder, Consumer<List<Entry>> batches) throws IOException;

    /**
     * A file's length in bytes, or {@link Entry#UNKNOWN_SIZE} where the server does not tell. A server that cannot tell just
     * now (a reply 4yz) has refused.
     */
    long size(RemotePath file) throws IOException;

    /** Whether the server tells sizes (SIZE), so that no size means no file. */
    boolean tellsSizes() throws IOException;

    /** When a file was last changed, null where the server does not tell. */
    @Nullable
    Timestamp modified(RemotePath file) throws IOException;

    /** Sets a file's time; false where the server cannot. */
    boolean setModified(RemotePath file, Instant time) throws IOException;

    /** Sets a file's Unix permissions, for instance 0644. */
    void changePermissions(RemotePath file, int mode) throws IOException;

    /** Goes into a folder: proof that it exists. */
    void changeFolder(RemotePath folder) throws IOException;

    /** Goes into a folder, also through symbolic links, and tells where the server says that this is. */
    RemotePath enterFolder(RemotePath folder) throws IOException;

    void makeFolder(RemotePath folder) throws IOException;

    /** Makes folders, with one wait for many where the server copes; those that were made. */
    List<RemotePath> makeFolders(List<RemotePath> folders) throws IOException;

    void deleteFile(RemotePath file) throws IOException;

    void rename(RemotePath from, RemotePath to) throws IOException;

    /** The function of the digests that the server computes, as Java names it or {@code CRC32}; null when none. */
    @Nullable
    String digestAlgorithm() throws IOException;

    /** The server's digest of a file of a length in bytes; refused where it has no command for it. */
    ContentHash digest(RemotePath file, long size) throws IOException;

    /** Downloads from an offset on; returns the bytes moved. */
    default long retrieve(RemotePath file, long offset, WritableByteChannel target, ByteMeter meter)
            throws IOException {
        return retrieve(Retrieval.of(file).from(offset), target, meter);
    }

    /** Downloads what is asked for; returns the bytes that went into the target. */
    long retrieve(Retrieval what, WritableByteChannel target, ByteMeter meter) throws IOException;

    /**
     * Downloads what is asked for and asks for the file's time without a wait of its own; returns the bytes moved.
     *
     * @param time is told the time before the first byte, null where the server does not tell
     */
    long retrieve(Retrieval what, WritableByteChannel target, ByteMeter meter, Consumer<@Nullable Timestamp> time)
            throws IOException;

    /** Uploads, appending at an offset; returns the bytes moved. */
    long store(RemotePath file, long offset, ReadableByteChannel source, ByteMeter meter) throws IOException;

    /**
     * Appends to a file without saying where it ends (APPE), after a look at its length; returns the bytes moved.
     *
     * @param length how long the file is in bytes; it is not touched when it is another
     */
    long append(RemotePath file, long length, ReadableByteChannel source, ByteMeter meter) throws IOException;

    /** Uploads a whole file as text; returns the bytes of the source that were moved. */
    long storeText(RemotePath file, ReadableByteChannel source, ByteMeter meter) throws IOException;

    /**
     * Says how the next upload to a temporary name will end, so that {@link #endUpload} needs no wait of its own: the file
     * may get its last name in the same moment in which all has arrived. Holds until that upload is ended.
     */
    default void planEnd(RemotePath temporary, Instant time, RemotePath target) {
        // Who cannot say it ahead says it then.
    }

    /** Asks for the length of an uploaded file, sets its time and gives it its last name, with one wait for all three. */
    UploadEnd endUpload(RemotePath temporary, Instant time, RemotePath target) throws IOException;

    /** Says who knows whether another file waits, which can then be prepared at the end of the one before. */
    void expectAnother(BooleanSupplier waiting);

    /** Whether the server has let us in and nothing has broken since; any thread. */
    boolean isOpen();

    /** Breaks off what is running, from any thread; everything fails until the connection is handed out again. */
    void cancel();

    /** Forgets a {@link #cancel} before the next worker takes over. */
    void reset();

    /** Says goodbye in the background. */
    @Override
    void close();
}
