// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.ftp.listing.Listing;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a file pane needs of its side. Any thread may call; no method blocks. A future fails with the
 * {@link java.io.IOException} that is the cause, and cancelling it stops the work.
 */
public interface PaneFiles {

    /** Which side this is. */
    Side side();

    /** The folder to show first. */
    CompletableFuture<Location> start();

    /**
     * The folder that a typed text names.
     *
     * @param base the folder to which a relative text belongs, if there is one
     * @throws IllegalArgumentException when the text cannot be a path
     */
    Location locate(String text, @Nullable Location base);

    /**
     * Reads a folder.
     *
     * @param batches takes entries while they arrive, on the thread that reads; together they are the whole listing
     */
    CompletableFuture<Listing> list(Location folder, Consumer<List<Entry>> batches);

    /** Makes a folder inside another. */
    CompletableFuture<?> makeFolder(Location folder, String name);

    /** Gives an entry of a folder another name; never replaces an existing one where the side can tell. */
    CompletableFuture<?> rename(Location folder, String from, String to);

    /** Deletes entries of a folder, folders with all they hold; links themselves, never what they point to. */
    CompletableFuture<?> delete(Location folder, List<Entry> entries);
}
