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
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import io.github.twinport.ftp.control.Watchdog.Watch;
import io.github.twinport.ftp.data.DataConnector;
import io.github.twinport.ftp.data.DataTransfer;
import io.github.twinport.ftp.listing.Gap;
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
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists folders (MLSD, LIST). Belongs to the lane thread. */
final class Listings {

    private static final int BLOCK = 64 * 1024;

    private static final int DEEPEST = 256;

    /** By so many entries the clock behind the times of a listing can be measured. */
    private static final int ENOUGH_FOR_CLOCK = 1_000;

    /** So many lines that could not be read are shown in the log. */
    private static final int MOST_SHOWN = 100;

    private final ControlConnection control;
    private final DataConnector connector;
    private final Representation representation;
    private final Pipeline pipeline;
    private final FileCommands files;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
    private final boolean mlsdAnnounced;
    private final ListOffset offset;
    private ListingFormat format;
    private boolean hiddenFilesRefused;
    private boolean mlsdKnownRefused;
    private boolean hiddenFilesKnownRefused;
    private boolean hiddenFilesShown;
    private boolean lastLineStaysOpen;
    private int kept = Integer.MAX_VALUE;

    Listings(
            ControlConnection control,
            DataConnector connector,
            Representation representation,
            Pipeline pipeline,
            Features features,
            FileCommands files,
            ServerProfile profile,
            @Nullable ZoneOffset statedOffset) {
        this.control = control;
        this.connector = connector;
        this.representation = representation;
        this.pipeline = pipeline;
        this.files = files;
        this.offset = new ListOffset(files, features, profile.listOffset(), statedOffset);
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
     * @param another whether another listing or transfer follows at once; asked when this one has been read
     * @throws TooDeep when the folder lies deeper than any real one: the tree may have no end
     */
    Listing list(RemotePath folder, Consumer<List<Entry>> batches, BooleanSupplier another) throws FtpException {
        if (folder.segments().size() > DEEPEST) {
            throw new TooDeep(folder.segments().size());
        }
        files.changeFolder(folder, () -> {
            if (pipeline.isKnownToWork()) {
                connector.sendAhead();
            }
        });
        return shown(listed(folder, batches, another));
    }

    /** The same without keeping the entries; why they may not be all, empty where they are. */
    Set<Gap> listInBatches(RemotePath folder, Consumer<List<Entry>> batches, BooleanSupplier another)
            throws FtpException {
        kept = ENOUGH_FOR_CLOCK;
        try {
            return list(folder, batches, another).gaps();
        } finally {
            kept = Integer.MAX_VALUE;
        }
    }

    private Listing listed(RemotePath folder, Consumer<List<Entry>> batches, BooleanSupplier another)
            throws FtpException {
        try {
            Listing listing = read(folder, batches, another);
            if (format != ListingFormat.LIST || !asksForHiddenFiles(folder)) {
                return listing;
            }
            hiddenFilesShown |= !listing.entries().isEmpty();
            return hiddenFilesShown ? listing : believed(listing, folder, batches, another);
        } catch (Refused e) {
            return afterRefusal(e, folder, batches, another);
        }
    }

    /** Servers that take -a for a name list nothing: as long as it has not shown anything, LIST alone is asked too. */
    private Listing believed(Listing empty, RemotePath folder, Consumer<List<Entry>> batches, BooleanSupplier another)
            throws FtpException {
        hiddenFilesRefused = true;
        try {
            Listing plain = read(folder, batches, another);
            if (!plain.entries().isEmpty()) {
                control.log()
                        .note("LIST -a shows nothing where LIST does: the names that begin with a dot stay hidden");
                return plain;
            }
        } catch (Refused e) {
            control.log().note("LIST -a is empty, and LIST is refused: " + e.reply());
        }
        hiddenFilesRefused = false;
        hiddenFilesKnownRefused = false;
        return empty;
    }

    /** What could not be read is in the log as it came. */
    private Listing shown(Listing listing) {
        listing.unparsed().stream()
                .limit(MOST_SHOWN)
                .forEach(line -> control.log().note("not understood: " + line));
        if (listing.unparsedCount() > MOST_SHOWN) {
            control.log().note("not understood: " + (listing.unparsedCount() - MOST_SHOWN) + " more lines");
        }
        return listing;
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

    private Listing afterRefusal(
            Refused refusal, RemotePath folder, Consumer<List<Entry>> batches, BooleanSupplier another)
            throws FtpException {
        if (refusal.reply().text().toLowerCase(Locale.ROOT).contains("no files found")) {
            return new Listing(List.of(), List.of(), 0, Set.of());
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
        return listed(folder, batches, another);
    }

    private Listing read(RemotePath folder, Consumer<List<Entry>> batches, BooleanSupplier another)
            throws FtpException {
        DataTransfer transfer = representation.open(connector, command(folder), 0);
        boolean measuring = format == ListingFormat.LIST && offset.isToBeMeasured();
        ListRecording recording = new ListRecording(batches, measuring && offset.known() == null);
        ListingCollector collector = collector(folder, measuring ? recording : batches);
        try (Watch watch = transfer.watch()) {
            while (receive(transfer, watch) >= 0) {
                block.flip();
                if (measuring) {
                    recording.keep(block);
                }
                collector.take(block);
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
        if (transfer.connection().isTruncated()) {
            return afterCut(transfer, collector, folder);
        }
        // What was read is handed over before the last reply, so that others can begin with it, and the server is asked
        // for a time and for the next data port while that reply is on its way.
        boolean openEnd = collector.endsInsideLine();
        Listing listing = collector.finish();
        ListOffset.@Nullable Question question =
                measuring && pipeline.isKnownToWork() ? offset.ask(folder, listing.entries()) : null;
        PendingReply said = transfer.finishReceiving(another.getAsBoolean());
        rememberFormat();
        Set<Gap> gaps = ListingWords.gaps(folder, said.first(), said.last());
        List<String> admitted = admitted(gaps, said);
        if (measuring) {
            listing = corrected(
                    question == null ? offset.ask(folder, listing.entries()) : question,
                    folder,
                    listing,
                    recording,
                    batches);
        }
        if (openEnd && !lastLineStaysOpen && !endsLikeThisAgain(folder, collector.total())) {
            gaps.add(Gap.CUT);
        }
        return listing.with(gaps, admitted);
    }

    /**
     * A last line without its end is the server's way to write where it comes so again, and else one that was cut. That
     * proves nothing where letters take several bytes: MockFtpServer sends as many bytes as there are letters.
     */
    private boolean endsLikeThisAgain(RemotePath folder, long total) throws FtpException {
        DataTransfer transfer = representation.open(connector, command(folder), 0);
        long again = 0;
        boolean proof = true;
        try (Watch watch = transfer.watch()) {
            for (int read = receive(transfer, watch); read >= 0; read = receive(transfer, watch)) {
                again += read;
                proof &= isAscii(block.flip());
                transfer.stopIfCancelled();
                if (again > total) {
                    transfer.abort();
                    return false;
                }
            }
        }
        transfer.finishReceiving(false);
        lastLineStaysOpen = proof && again == total;
        return lastLineStaysOpen;
    }

    private static boolean isAscii(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (bytes.get() < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Without close_notify somebody may have cut the listing off. There is no length to compare it with, so the reply
     * decides, which came over the protected control connection, unless the cut can be seen.
     */
    private Listing afterCut(DataTransfer transfer, ListingCollector collector, RemotePath folder) throws FtpException {
        PendingReply said = transfer.finishReceiving(false);
        if (collector.endsInsideLine()) {
            throw new Incomplete(Entry.UNKNOWN_SIZE, collector.total());
        }
        rememberFormat();
        Set<Gap> gaps = ListingWords.gaps(folder, said.first(), said.last());
        return collector.finish().with(gaps, admitted(gaps, said));
    }

    /** The replies in which the server admits gaps, as people may see them. */
    private static List<String> admitted(Set<Gap> gaps, PendingReply said) {
        return gaps.isEmpty()
                ? List.of()
                : Stream.of(said.first(), said.last())
                        .filter(Objects::nonNull)
                        .map(Reply::toString)
                        .toList();
    }

    private void rememberFormat() {
        if (format == ListingFormat.LIST) {
            mlsdKnownRefused = mlsdAnnounced;
            hiddenFilesKnownRefused = hiddenFilesRefused;
        }
    }

    private ListingCollector collector(RemotePath folder, Consumer<List<Entry>> batches) {
        ListingClock clock = new ListingClock(Instant.now(), offset.current());
        return new ListingCollector(new ListingParser(format, clock, folder), control.charset(), batches, kept);
    }

    /** Measures the server's clock; where that differs from what was thought the listing is read again. */
    private Listing corrected(
            ListOffset.@Nullable Question question,
            RemotePath folder,
            Listing listing,
            ListRecording recording,
            Consumer<List<Entry>> batches)
            throws FtpException {
        ZoneOffset thought = offset.current();
        if (question != null) {
            offset.measure(question);
        }
        if (offset.current().equals(thought) || !recording.isComplete()) {
            recording.release();
            return listing;
        }
        control.log().note("the times in listings are those of UTC" + offset.current());
        ListingCollector again = collector(folder, recording.isHeld() ? batches : batch -> {});
        again.take(recording.content());
        return again.finish();
    }

    /** How far the times of LIST are ahead of UTC as it was measured; null where that is not known. */
    @Nullable
    ZoneOffset listOffset() {
        return offset.measured();
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
