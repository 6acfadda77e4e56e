// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.FtpException.Incomplete;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.FtpException.Refused;
import io.github.twinport.ftp.FtpException.TooDeep;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.Watchdog.Watch;
import io.github.twinport.ftp.data.DataConnector;
import io.github.twinport.ftp.data.DataTransfer;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.ftp.listing.ListingClock;
import io.github.twinport.ftp.listing.ListingFormat;
import io.github.twinport.ftp.listing.ListingParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Lists folders (MLSD, LIST). Belongs to the lane thread. */
final class Listings {

    private static final int BLOCK = 64 * 1024;

    private static final int DEEPEST = 256;

    private final ControlConnection control;
    private final DataConnector connector;
    private final Representation representation;
    private final FileCommands files;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
    private final boolean mlsdAnnounced;
    private ListingFormat format;
    private boolean hiddenFilesRefused;
    private boolean mlsdKnownRefused;
    private boolean hiddenFilesKnownRefused;

    Listings(
            ControlConnection control,
            DataConnector connector,
            Representation representation,
            Features features,
            FileCommands files,
            ServerProfile profile) {
        this.control = control;
        this.connector = connector;
        this.representation = representation;
        this.files = files;
        this.mlsdAnnounced = features.has("MLST");
        this.mlsdKnownRefused = profile.mlsdRefused();
        this.hiddenFilesKnownRefused = profile.hiddenFilesRefused();
        this.hiddenFilesRefused = hiddenFilesKnownRefused;
        this.format = mlsdAnnounced && !mlsdKnownRefused ? ListingFormat.MLSD : ListingFormat.LIST;
    }

    /**
     * Lists a folder. CWD goes first: many servers answer LIST of a missing or forbidden folder with an empty list, and
     * some cut a folder's name at its blanks.
     *
     * @throws TooDeep when the folder lies deeper than any real one: the tree may have no end
     */
    Listing list(RemotePath folder, Consumer<List<Entry>> batches) throws FtpException {
        if (folder.segments().size() > DEEPEST) {
            throw new TooDeep(folder.segments().size());
        }
        files.changeFolder(folder);
        try {
            return read(folder, batches);
        } catch (Refused e) {
            return afterRefusal(e, folder, batches);
        }
    }

    private Command command(RemotePath folder) {
        return switch (format) {
            case MLSD -> Command.of("MLSD");
            // Without -a many servers leave out the names that begin with a dot.
            case LIST -> asksForHiddenFiles(folder) ? Command.of("LIST", "-a") : Command.of("LIST");
        };
    }

    private boolean asksForHiddenFiles(RemotePath folder) {
        return !hiddenFilesRefused && folder.syntax().hasHiddenFiles();
    }

    private Listing afterRefusal(Refused refusal, RemotePath folder, Consumer<List<Entry>> batches)
            throws FtpException {
        if (refusal.reply().text().toLowerCase(Locale.ROOT).contains("no files found")) {
            return new Listing(List.of(), List.of(), 0);
        }
        if (refusal.reply().isTransientRefusal()) {
            throw refusal;
        }
        if (format == ListingFormat.MLSD && refusal.reply().isNotImplemented()) {
            format = ListingFormat.LIST;
        } else if (format == ListingFormat.LIST && asksForHiddenFiles(folder)) {
            hiddenFilesRefused = true;
        } else {
            throw refusal;
        }
        try {
            return read(folder, batches);
        } catch (Refused e) {
            return afterRefusal(e, folder, batches);
        }
    }

    private Listing read(RemotePath folder, Consumer<List<Entry>> batches) throws FtpException {
        DataTransfer transfer = representation.open(connector, command(folder), 0);
        ListingParser parser =
                new ListingParser(format, new ListingClock(Instant.now(), ZoneOffset.UTC), folder.syntax());
        ListingCollector collector = new ListingCollector(parser, control.charset(), batches);
        try (Watch watch = transfer.watch()) {
            while (receive(transfer, watch) >= 0) {
                collector.take(block.flip());
                if (control.watchdog().isCancelled()) {
                    transfer.abort();
                    throw new Cancelled();
                }
            }
        } catch (ProtocolViolation e) {
            // Whoever sends without end would go on sending while the transfer is broken off in good order.
            transfer.discard();
            throw control.fail(e);
        } catch (RuntimeException e) {
            transfer.abort();
            throw e;
        }
        transfer.finishReceiving(false);
        // Without close_notify somebody may have cut the listing off. There is no length to compare it with, so the
        // reply
        // decides, which came over the protected control connection, unless the cut can be seen.
        if (transfer.connection().isTruncated() && collector.endsInsideLine()) {
            throw new Incomplete(Entry.UNKNOWN_SIZE, collector.total());
        }
        if (format == ListingFormat.LIST) {
            mlsdKnownRefused = mlsdAnnounced;
            hiddenFilesKnownRefused = hiddenFilesRefused;
        }
        return collector.finish();
    }

    /** Whether LIST has worked although the server announces MLSD. */
    boolean isMlsdRefused() {
        return mlsdKnownRefused;
    }

    /** Whether LIST has worked after LIST -a was refused. */
    boolean areHiddenFilesRefused() {
        return hiddenFilesKnownRefused;
    }

    private int receive(DataTransfer transfer, Watch watch) throws FtpException {
        try {
            int read = transfer.connection().read(block.clear());
            watch.progress();
            return read;
        } catch (IOException e) {
            throw transfer.afterFailure(control.watchdog().explain(watch, e));
        }
    }
}
