// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import io.github.twinport.event.TranscriptBuffer;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.secrets.Vault;
import io.github.twinport.settings.Setting;
import io.github.twinport.settings.Settings;
import io.github.twinport.sites.KnownCertificates;
import io.github.twinport.sites.ServerProfileRepository;
import io.github.twinport.sites.ServerUrl;
import io.github.twinport.sites.SiteRepository;
import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.EntryFilter;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.transfer.ParallelTransferQueue;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.journal.SqliteJournal;
import io.github.twinport.ui.fx.FxThread;
import io.github.twinport.ui.shell.ConnectRequest;
import io.github.twinport.ui.shell.WindowAssembly;
import io.github.twinport.ui.shell.WindowServices;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The composition root: makes everything that the window needs, in order, and ends it in the opposite order. It knows no
 * JavaFX: whoever runs the toolkit opens it, calls {@link #show} on the JavaFX thread and closes it in the end.
 */
public final class Program implements AutoCloseable {

    /** How long ending may take before what is left is abandoned. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How many lines of the protocol log wait for the window at most. */
    private static final int LOG_LINES = 20_000;

    private final Database database;
    private final Settings settings;
    private final Messages messages = Messages.forLocale(Locale.getDefault(Locale.Category.DISPLAY));
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("background").factory());
    private final SqliteJournal journal;
    private @Nullable TransferQueue queue;
    private @Nullable WindowAssembly window;

    private Program(Database database, Settings settings, SqliteJournal journal) {
        this.database = database;
        this.settings = settings;
        this.journal = journal;
    }

    /**
     * Opens the database of a folder and what is in it. Blocks on the disk; not for the JavaFX thread.
     *
     * @throws StoreException when the database cannot be used
     */
    public static Program open(Path folder) throws StoreException {
        Database database = Database.open(folder);
        try {
            return new Program(database, new Settings(database), SqliteJournal.open(database));
        } catch (StoreException e) {
            database.close();
            throw e;
        }
    }

    /** Makes the window and shows it. JavaFX thread only, once. */
    public void show(StartRequest request) {
        FxThread fx = new FxThread();
        Explainer explainer = new Explainer(messages);
        ParallelTransferQueue transfers =
                new ParallelTransferQueue(settings.get(Setting.WORKERS), explainer, EntryFilter.EVERYTHING, journal);
        queue = transfers;
        WindowServices services = new WindowServices(
                fx,
                background,
                messages,
                new Formats(messages, ZoneId.systemDefault()),
                explainer,
                settings,
                new SiteRepository(database),
                new KnownCertificates(database, Clock.systemUTC()),
                new Vault(database),
                new ServerProfileRepository(database, Clock.systemUTC()),
                transfers,
                new TranscriptBuffer(LOG_LINES),
                Version.current());
        WindowAssembly assembly = new WindowAssembly(services);
        window = assembly;
        assembly.show();
        transfers.start(assembly.logins());
        database.damagedFile().ifPresent(assembly::tellOfDamage);
        start(assembly, request);
    }

    private void start(WindowAssembly assembly, StartRequest request) {
        String local = request.localFolder();
        if (local != null) {
            assembly.openLocal(local);
        }
        ServerUrl server = request.server();
        if (server != null) {
            assembly.connect(ConnectRequest.of(server));
        }
    }

    /** Ends everything, within two seconds even when something hangs. Called on the JavaFX thread when the window has closed. */
    @Override
    public void close() {
        if (window != null) {
            window.close();
        }
        Thread ending = Thread.ofPlatform().daemon().name("ending").start(this::end);
        try {
            if (!ending.join(PATIENCE)) {
                System.getLogger(Program.class.getName()).log(Level.WARNING, "not everything ended in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        if (queue == null) {
            journal.close();
        } else {
            queue.close();
        }
        background.shutdown();
        try {
            if (!background.awaitTermination(PATIENCE.toMillis() / 2, TimeUnit.MILLISECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        settings.close();
        database.close();
    }
}
