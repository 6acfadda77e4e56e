// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.EntryKind;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.Spelling;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Does one attempt over one connection. Any thread, one attempt each. */
final class Worker {

    private static final Logger LOG = System.getLogger(Worker.class.getName());

    private final LocalFiles files;
    private final WrittenFiles written;
    private final HeldFolders folders;
    private final Explainer explainer;
    private final EntryFilter filter;
    private final Clock clock;
    private final UploadKnowledge knowledge = new UploadKnowledge();
    private final ShortNames shortNames = new ShortNames();
    private final LongSupplier nanoTime;
    private final Set<Object> targets = ConcurrentHashMap.newKeySet();

    Worker(Surroundings outside, WrittenFiles written, Explainer explainer, EntryFilter filter) {
        this.written = written;
        this.explainer = explainer;
        this.filter = filter;
        files = outside.files();
        nanoTime = outside.nanoTime();
        folders = new HeldFolders(outside.delays());
        clock = Clock.system(ZoneId.systemDefault());
    }

    /**
     * Does the attempt's work; blocks until it is done or stopped.
     *
     * @param found takes what a folder holds while it is listed
     */
    Outcome run(Attempt attempt, WorkerConnection connection, Consumer<List<Child>> found) {
        try {
            attempt.check();
            demandReadable(attempt.request());
            return switch (attempt.work()) {
                case LIST -> list(attempt, connection, found);
                case TRANSFER -> transfer(attempt, connection);
                case REMOVE -> remove(attempt, connection);
            };
        } catch (IOException | RuntimeException | Error e) {
            // An error too must end the attempt, or its item would run for ever.
            return new Outcome.Broken(e, isDiskFull(attempt.request(), e));
        }
    }

    /** What comes after a tree was found to have no end is left alone: that was told once. */
    private Outcome list(Attempt attempt, WorkerConnection connection, Consumer<List<Child>> found) throws IOException {
        TreeWalk walk = attempt.walk();
        if (walk.isOver(filter.mostEntries())) {
            return new Outcome.Skipped("");
        }
        walk.enter(attempt.request().remote().segments().size());
        Outcome outcome = listed(attempt, connection, children -> {
            walk.found(children.size());
            found.accept(children);
        });
        walk.check(filter.mostEntries());
        return outcome;
    }

    private Outcome listed(Attempt attempt, WorkerConnection connection, Consumer<List<Child>> found)
            throws IOException {
        TransferRequest request = attempt.request();
        return switch (request.direction()) {
            case DOWNLOAD ->
                new DownloadFolder(request, attempt.guard(), connection, files, explainer, filter.entersRemoteLinks())
                        .run(children -> found.accept(chosen(children)));
            case UPLOAD -> new UploadFolder(attempt, connection, explainer, this::chosen).run(found);
        };
    }

    private List<Child> chosen(List<Child> children) {
        return children.stream()
                .filter(child -> !isTemporary(child))
                .filter(child ->
                        filter.equals(EntryFilter.EVERYTHING) || filter.accepts(child.request(), isLink(child)))
                .toList();
    }

    /** What a transfer has left is incomplete or old, and no file of the folder. */
    private static boolean isTemporary(Child child) {
        TransferRequest request = child.request();
        boolean temporary = !request.folder()
                && switch (request.direction()) {
                    case DOWNLOAD -> TemporaryName.isTemporary(request.remote());
                    case UPLOAD -> TemporaryName.isTemporary(LocalTarget.name(request.local()));
                };
        if (temporary) {
            LOG.log(
                    Level.INFO,
                    "{0} is left out: a temporary file of a transfer",
                    EntryName.escaped(request.remote().toString()));
        }
        return temporary;
    }

    private static boolean isLink(Child child) {
        return switch (child.request().direction()) {
            case DOWNLOAD -> child.source().kind() == EntryKind.LINK;
            case UPLOAD -> Files.isSymbolicLink(child.request().local());
        };
    }

    /** Of two items with one target, or with what some take for one, the second waits and sees what the first has made. */
    private Outcome transfer(Attempt attempt, WorkerConnection connection) throws IOException {
        Object target = target(attempt.request());
        if (!targets.add(target)) {
            return new Outcome.Busy();
        }
        try {
            return switch (attempt.request().direction()) {
                case DOWNLOAD -> download(attempt, connection);
                case UPLOAD -> Upload.run(work(attempt, connection), explainer, clock);
            };
        } finally {
            targets.remove(target);
        }
    }

    /** What is sent under a name that is not the one here could replace another file. */
    private static void demandReadable(TransferRequest request) throws TransferException {
        Path local = request.local();
        if (request.direction() == Direction.UPLOAD && !LocalNames.isReadable(local)) {
            throw new TransferException.LocalNameDamaged(LocalTarget.name(local));
        }
    }

    private Outcome download(Attempt attempt, WorkerConnection connection) throws IOException {
        HeldFolder folder = folders.hold(attempt.guard(), folder(attempt.request()));
        try {
            Outcome outcome = new Download(attempt, connection, folder, files, explainer, clock, nanoTime).run();
            if (outcome instanceof Outcome.Done) {
                written.add(attempt.request().local());
            }
            return outcome;
        } finally {
            folders.release(folder);
        }
    }

    private static Path folder(TransferRequest request) {
        Path local = request.local().toAbsolutePath();
        return Objects.requireNonNullElse(local.getParent(), local);
    }

    private void removeTemporary(Attempt attempt) throws IOException {
        Path path = folder(attempt.request());
        if (Files.isDirectory(path)) {
            HeldFolder folder = folders.hold(attempt.guard(), path);
            try {
                LocalFiles.remove(folder, Download.temporary(attempt));
            } catch (TransferException.TemporaryInUse e) {
                LOG.log(Level.DEBUG, "another program goes on with a temporary file", e);
            } finally {
                folders.release(folder);
            }
        }
    }

    private UploadWork work(Attempt attempt, WorkerConnection connection) {
        return new UploadWork(attempt, connection, knowledge, shortNames);
    }

    private Outcome remove(Attempt attempt, WorkerConnection connection) throws IOException {
        switch (attempt.request().direction()) {
            case DOWNLOAD -> removeTemporary(attempt);
            case UPLOAD -> new UploadLeftovers(work(attempt, connection)).remove();
        }
        return new Outcome.Done();
    }

    private static Object target(TransferRequest request) {
        return switch (request.direction()) {
            case DOWNLOAD -> Spelling.of(request.local().toAbsolutePath().toString());
            case UPLOAD ->
                List.of(ServerKey.of(request), Spelling.of(request.remote().toString()));
        };
    }

    private static boolean isDiskFull(TransferRequest request, Throwable failure) {
        return switch (request.direction()) {
            case UPLOAD -> false;
            case DOWNLOAD -> DiskFull.isCause(failure, folder(request));
        };
    }
}
