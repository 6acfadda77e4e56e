// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import io.github.twinport.files.Entry;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.LocalNames;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.ui.explorer.Location;
import io.github.twinport.ui.explorer.Location.LocalFolder;
import io.github.twinport.ui.explorer.Location.RemoteFolder;
import io.github.twinport.ui.explorer.TransferIntent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the queue's requests of what the user drags or sends to the other side. Called on the JavaFX thread; files from
 * other programs are looked at in the background.
 */
final class TransferStarter implements Consumer<TransferIntent> {

    private final TransferQueue queue;
    private final Executor background;
    private final Supplier<@Nullable ConnectionSettings> connection;
    private final Consumer<Exception> failures;
    private final Supplier<UnaryOperator<TransferRequest>> rules;

    /**
     * Starts transfers over the connection of one window.
     *
     * @param queue takes the requests
     * @param background runs work off the JavaFX thread
     * @param connection how workers reach the server that is shown, null when none is
     * @param failures is told, on any thread, of what cannot be transferred at all
     * @param rules what gives requests the rules that the user has set; that then on any thread
     */
    TransferStarter(
            TransferQueue queue,
            Executor background,
            Supplier<@Nullable ConnectionSettings> connection,
            Consumer<Exception> failures,
            Supplier<UnaryOperator<TransferRequest>> rules) {
        this.rules = rules;
        this.queue = queue;
        this.background = background;
        this.connection = connection;
        this.failures = failures;
    }

    @Override
    public void accept(TransferIntent intent) {
        ConnectionSettings settings = connection.get();
        if (settings == null) {
            return;
        }
        UnaryOperator<TransferRequest> ruled = rules.get();
        switch (intent) {
            case TransferIntent.Entries entries -> add(requests(settings, entries), ruled);
            case TransferIntent.Files files ->
                background.execute(() -> add(requests(settings, files.files(), files.target()), ruled));
        }
    }

    private void add(List<TransferRequest> requests, UnaryOperator<TransferRequest> ruled) {
        queue.add(requests.stream().map(ruled).toList());
    }

    private List<TransferRequest> requests(ConnectionSettings settings, TransferIntent.Entries intent) {
        List<TransferRequest> requests = new ArrayList<>();
        for (Entry entry : intent.entries()) {
            try {
                requests.add(request(settings, intent.source(), intent.target(), entry));
            } catch (InvalidPathException e) {
                failures.accept(e);
            }
        }
        return requests;
    }

    private static TransferRequest request(ConnectionSettings settings, Location source, Location target, Entry entry) {
        boolean folder = entry.isFolder();
        if (source instanceof RemoteFolder from && target instanceof LocalFolder to) {
            return new TransferRequest(
                            settings,
                            Direction.DOWNLOAD,
                            LocalNames.HERE.resolve(to.path(), entry.name()),
                            from.path().child(entry.name()),
                            folder,
                            entry.size())
                    .withPermissions(entry.permissions());
        }
        if (source instanceof LocalFolder from && target instanceof RemoteFolder to) {
            return new TransferRequest(
                    settings,
                    Direction.UPLOAD,
                    from.path().resolve(entry.name()),
                    to.path().child(LocalNames.HERE.original(entry.name())),
                    folder,
                    entry.size());
        }
        throw new IllegalArgumentException("both folders are on the same side");
    }

    private List<TransferRequest> requests(ConnectionSettings settings, List<Path> files, RemoteFolder target) {
        List<TransferRequest> requests = new ArrayList<>();
        for (Path file : files) {
            Path name = file.getFileName();
            if (name == null) {
                continue;
            }
            try {
                boolean folder = Files.isDirectory(file);
                requests.add(new TransferRequest(
                        settings,
                        Direction.UPLOAD,
                        file,
                        target.path().child(LocalNames.HERE.original(name.toString())),
                        folder,
                        folder ? Entry.UNKNOWN_SIZE : Files.size(file)));
            } catch (IOException e) {
                failures.accept(e);
            }
        }
        return requests;
    }
}
