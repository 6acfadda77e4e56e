// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.client;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.TransferType;
import io.github.twinport.ftp.control.Command;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.PendingReply;
import io.github.twinport.ftp.control.Watchdog;
import io.github.twinport.ftp.data.ControlKeeper;
import io.github.twinport.ftp.data.DataConnector;
import io.github.twinport.ftp.data.DataRules;
import io.github.twinport.ftp.data.DataTransfer;
import io.github.twinport.ftp.listing.FactLine;
import io.github.twinport.ftp.listing.Gap;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.ftp.tls.TlsContext;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One logged-in control connection and all that can be done over it. Every method blocks and belongs to the lane thread.
 * What the server refuses is an {@link FtpException.Refused}; after any other {@link FtpException} but a cancelled
 * transfer the connection cannot be used any more, which {@link #broken} tells.
 */
public final class FtpClient implements AutoCloseable {

    /** Nothing has to be done for NOOP and QUIT: a server that takes longer is not there any more. */
    private static final Duration SHORT = Duration.ofSeconds(8);

    private final ConnectionSettings settings;
    private final ControlConnection control;
    private final Features features;
    private final StartFolder startFolder;
    private final Pipeline pipeline;
    private final FileCommands files;
    private final BatchCommands batches;
    private final HashCommands hashes;
    private final Listings listings;
    private final Sizes sizes;
    private final Representation representation;
    private final Downloads downloads;
    private final Uploads uploads;
    private final UploadEnds uploadEnds;
    private final DataConnector connector;
    private final ControlKeeper keeper;
    private final ServerProfile profile;
    private BooleanSupplier anotherExpected = () -> false;

    FtpClient(
            ConnectionSettings settings,
            ControlConnection control,
            @Nullable TlsContext tls,
            Features features,
            StartFolder startFolder,
            Pipeline pipeline,
            ServerProfile profile) {
        this.settings = settings;
        this.control = control;
        this.features = features;
        this.startFolder = startFolder;
        this.profile = profile;
        ConnectionOptions options = settings.options();
        this.keeper = options.keepAlive().keeper(control, profile.noopInTransfers());
        this.connector = new DataConnector(
                control,
                new DataRules(
                        settings.dataMode(),
                        options.addresses(),
                        options.active(),
                        profile.dataMethod(),
                        profile.extendedPortRefused(),
                        profile.silentStart(),
                        Connector.route(options.proxy(), control.watchdog(), control.log()),
                        settings.server().host()),
                tls,
                keeper);
        this.pipeline = pipeline;
        this.files = new FileCommands(control, pipeline, features);
        this.batches = new BatchCommands(control, pipeline, files, features);
        this.hashes = new HashCommands(control, features);
        this.representation = new Representation(control, pipeline, features, options.compression());
        this.listings = new Listings(
                control, connector, representation, pipeline, features, files, profile, options.listOffset());
        this.sizes = new Sizes(representation, files, listings, profile.emptySizes());
        TransferBlock block = new TransferBlock();
        this.downloads = new Downloads(control, connector, representation, files, block);
        this.uploads = new Uploads(control, connector, representation, block);
        this.uploadEnds =
                new UploadEnds(control, pipeline, files, connector, uploads, () -> anotherExpected.getAsBoolean());
    }

    /**
     * Connects and logs in.
     *
     * @param watchdog holds the limits and takes cancel requests; stays the caller's
     * @param inSteps whether each command has to wait for the reply to the one before, because another connection has
     *     lost replies while several were under way
     * @param withoutTls13 whether TLS 1.2 is offered alone, because data connections with TLS 1.3 were refused
     * @throws FtpException.PipelineBroken when replies were lost while several commands were under way
     * @throws FtpException when any step fails; nothing is left open then
     */
    public static FtpClient connect(
            ConnectionSettings settings, Watchdog watchdog, boolean inSteps, boolean withoutTls13) throws FtpException {
        return new Connector(settings, watchdog, inSteps, withoutTls13).connect();
    }

    /** Where this client is connected. */
    public Server server() {
        return settings.server();
    }

    /** The folder in which the server put us after the login. */
    public RemotePath startFolder() throws FtpException {
        return startFolder.path();
    }

    /** The TLS version of the control connection in JSSE's name, for instance {@code TLSv1.3}; empty in clear. */
    public Optional<String> tlsVersion() {
        return control.tlsVersion();
    }

    /** What the server says it can do. */
    public Features features() {
        return features;
    }

    /** What is known about the server by now, with what was known before. */
    public ServerProfile profile() {
        return new ServerProfile(
                connector.preferred(),
                connector.isExtendedPortRefused(),
                profile.withoutTls13(),
                listings.isMlsdRefused(),
                listings.areHiddenFilesRefused(),
                pipeline.proof(),
                keeper.proof(),
                connector.silentStartProof(),
                listings.listOffset(),
                sizes.proof());
    }

    /**
     * Goes on one command at a time, for the connection before has lost replies while several were under way; what is
     * refused in batches is looked up, because it may have been done before.
     */
    public void continueInSteps() {
        pipeline.refuse();
        batches.lookUpRefusals();
    }

    /** Why the connection cannot be used any more, or null while it can. */
    public @Nullable FtpException broken() {
        return control.broken();
    }

    /** Lists a folder; its entries are handed over in batches while they arrive, too. */
    public Listing list(RemotePath folder, Consumer<List<Entry>> batches) throws FtpException {
        return listings.list(folder, batches, anotherExpected);
    }

    /** The same without keeping the entries, for folders of any size; why they may not be all, empty where they are. */
    public Set<Gap> listInBatches(RemotePath folder, Consumer<List<Entry>> batches) throws FtpException {
        return listings.listInBatches(folder, batches, anotherExpected);
    }

    /** Goes into a folder: the proof that it exists and may be entered. */
    public void changeFolder(RemotePath folder) throws FtpException {
        files.changeFolder(folder);
    }

    /** Goes into a folder, also through symbolic links, and asks where the server says that this is (PWD). */
    public RemotePath enterFolder(RemotePath folder) throws FtpException {
        return files.enterFolder(folder);
    }

    /** The length of a file in bytes, or {@link Entry#UNKNOWN_SIZE} where the server does not tell. */
    public long size(RemotePath file) throws FtpException {
        return sizes.of(file);
    }

    /**
     * The same as {@link #size}, for those who must not take a server that cannot tell just now for one that never tells.
     *
     * @throws FtpException.Refused when the server cannot tell just now (a reply 4yz)
     */
    public long sizeOrRefusal(RemotePath file) throws FtpException {
        return sizes.ofOrRefusal(file);
    }

    /** When a file was last changed, or null where the server does not tell. */
    public @Nullable Timestamp modified(RemotePath file) throws FtpException {
        return files.modified(file);
    }

    /** Length and time of a file; asked for at once where the server copes. */
    public SizeAndTime sizeAndTime(RemotePath file) throws FtpException {
        representation.use(TransferType.BINARY);
        return files.sizeAndTime(file);
    }

    /** All that the server tells of one file or folder (MLST); empty where it has no such command. */
    public Optional<FactLine> facts(RemotePath path) throws FtpException {
        return files.facts(path);
    }

    /** Sets when a file was last changed; false where the server cannot. */
    public boolean setModified(RemotePath file, Instant time) throws FtpException {
        return files.setModified(file, time);
    }

    /** The digest of a file as the server computes it; empty where the server has no command for it. */
    public Optional<ContentHash> hash(RemotePath file) throws FtpException {
        representation.use(TransferType.BINARY);
        return hashes.of(file);
    }

    /** The function of the digests that the server computes, in the names of {@link ContentHash}; empty when none. */
    public Optional<String> hashAlgorithm() {
        return hashes.algorithm();
    }

    /**
     * The digest of a file as the server computes it, which may take as long as reading the file takes.
     *
     * @param size the file's length in bytes, or {@link Entry#UNKNOWN_SIZE}
     * @throws FtpException.Refused when the server does not compute it
     */
    public ContentHash hash(RemotePath file, long size) throws FtpException {
        representation.use(TransferType.BINARY);
        return hashes.of(file, size);
    }

    /** Makes a folder. */
    public void makeFolder(RemotePath folder) throws FtpException {
        files.makeFolder(folder);
    }

    /** Removes an empty folder. */
    public void removeFolder(RemotePath folder) throws FtpException {
        files.removeFolder(folder);
    }

    /** Deletes a file. */
    public void deleteFile(RemotePath file) throws FtpException {
        files.deleteFile(file);
    }

    /** The same done to many paths at once. */
    public BatchCommands batches() {
        return batches;
    }

    /** Renames or moves a file or folder. */
    public void rename(RemotePath from, RemotePath to) throws FtpException {
        files.rename(from, to);
    }

    /**
     * Sets permissions (SITE CHMOD).
     *
     * @param mode the Unix mode, for instance 0644
     */
    public void changePermissions(RemotePath path, int mode) throws FtpException {
        files.changePermissions(path, mode);
    }

    /**
     * Downloads a file or the rest of one.
     *
     * @param offset where to begin, in bytes
     * @param target takes the bytes
     * @param meter is told about every block
     * @return how many bytes were moved
     * @throws IOException what the target or the meter threw, after the transfer was broken off
     */
    public long retrieve(RemotePath file, long offset, WritableByteChannel target, ByteMeter meter) throws IOException {
        return retrieve(Retrieval.of(file).from(offset), target, meter);
    }

    /**
     * Downloads what is asked for.
     *
     * @param target takes the bytes; for text with this system's line ends
     * @param meter is told about every block
     * @return how many bytes went into the target
     * @throws FtpException.Oversized when much more comes than the file is known to have
     * @throws FtpException.Incomplete when the end may have been cut off and nothing proves that it is there
     * @throws IOException what the target or the meter threw, after the transfer was broken off
     */
    public long retrieve(Retrieval what, WritableByteChannel target, ByteMeter meter) throws IOException {
        return downloads.retrieve(what, target, meter, () -> {}, anotherExpected);
    }

    /**
     * Downloads what is asked for and asks when the file was last changed, without a round trip for the question where the server
     * copes.
     *
     * @param time is told that before the first byte, null where the server does not tell
     * @see #retrieve(Retrieval, WritableByteChannel, ByteMeter)
     */
    public long retrieve(
            Retrieval what, WritableByteChannel target, ByteMeter meter, Consumer<@Nullable Timestamp> time)
            throws IOException {
        if (!pipeline.isProven()) {
            time.accept(files.modified(what.file()));
            return retrieve(what, target, meter);
        }
        PendingReply asked = files.askModified(what.file());
        return downloads.retrieve(what, target, meter, () -> time.accept(files.modified(asked)), anotherExpected);
    }

    /**
     * Uploads a file or the rest of one.
     *
     * @param offset where in the server's file to begin, in bytes; the source is read from its present position
     * @param source gives the bytes
     * @param meter is told about every block
     * @return how many bytes were moved
     * @throws IOException what the source or the meter threw, after the transfer was broken off
     */
    public long store(RemotePath file, long offset, ReadableByteChannel source, ByteMeter meter) throws IOException {
        return uploads.store(file, offset, source, meter, behind(anotherExpected));
    }

    /** Uploads under temporary names. */
    public UploadEnds uploadEnds() {
        return uploadEnds;
    }

    private DataTransfer.@Nullable Behind behind(BooleanSupplier another) {
        return another.getAsBoolean() ? connector::sendAhead : null;
    }

    /**
     * Uploads a whole file as text ({@link TransferType#ASCII}): its line ends are CR LF on the wire, and on the server
     * what is usual there.
     *
     * @param source gives the bytes, with any line ends
     * @param meter is told about every block, in bytes of the source
     * @return how many bytes of the source were moved
     * @throws IOException what the source or the meter threw, after the transfer was broken off
     */
    public long storeText(RemotePath file, ReadableByteChannel source, ByteMeter meter) throws IOException {
        return uploads.storeText(file, source, meter, behind(anotherExpected));
    }

    /**
     * Says whether the next operation will need a data connection too, so that its port can be asked for ahead of time.
     *
     * @param expected is asked on the lane thread at the end of each transfer and listing
     */
    public void expectAnotherTransfer(BooleanSupplier expected) {
        anotherExpected = expected;
    }

    /** Shows the server that somebody is there. */
    public void noop() throws FtpException {
        control.await(control.send(Command.of("NOOP")), Phase.REPLY, SHORT);
    }

    /** Writes something into the protocol log that explains what follows there. */
    public void note(String text) {
        control.log().note(text);
    }

    /** Takes leave (QUIT) and closes the connection. */
    public void quit() {
        try {
            Reply reply = control.await(control.send(Command.of("QUIT")), Phase.REPLY, SHORT);
            control.log().note(reply.isCompletion() ? "disconnected" : "disconnected without a farewell");
        } catch (FtpException e) {
            control.log().note("disconnected: " + e.getMessage());
        } finally {
            close();
        }
    }

    /** Closes the connection at once; any thread. */
    @Override
    public void close() {
        control.close();
    }
}
