// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.RemotePath;
import io.github.twinport.files.Timestamp;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.BatchResult;
import io.github.twinport.ftp.client.ContentHash;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.client.Retrieval;
import io.github.twinport.ftp.client.UploadEnd;
import io.github.twinport.ftp.listing.Gap;
import io.github.twinport.session.FtpOperation;
import io.github.twinport.session.Session;
import io.github.twinport.session.SessionState;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A worker's connection over a {@link Session} of its own. */
final class SessionConnection implements WorkerConnection {

    /** How long the end of a cancelled operation is awaited; the session has limits of its own, this is the last one. */
    private static final long PATIENCE_SECONDS = 30;

    private final Session session;
    private final Object lock = new Object();
    private @Nullable CompletableFuture<?> current;
    private boolean cancelled;
    private volatile @Nullable PlannedEnd planned;
    private volatile BooleanSupplier another = () -> false;

    SessionConnection(Session session) {
        this.session = session;
    }

    @Override
    public Set<Gap> list(RemotePath folder, Consumer<List<Entry>> batches) throws IOException {
        return call(client -> {
            client.expectAnotherTransfer(another);
            return client.listInBatches(folder, batches);
        });
    }

    @Override
    public long size(RemotePath file) throws IOException {
        return call(client -> client.sizeOrRefusal(file));
    }

    @Override
    public void note(String text) throws IOException {
        call(client -> {
            client.note(text);
            return text;
        });
    }

    @Override
    public boolean tellsSizes() throws IOException {
        return call(client -> client.features().has("SIZE"));
    }

    @Override
    public @Nullable Timestamp modified(RemotePath file) throws IOException {
        return call(client -> Optional.ofNullable(client.modified(file))).orElse(null);
    }

    @Override
    public boolean setModified(RemotePath file, Instant time) throws IOException {
        return call(client -> client.setModified(file, time));
    }

    @Override
    public @Nullable String digestAlgorithm() throws IOException {
        return call(FtpClient::hashAlgorithm).orElse(null);
    }

    @Override
    public ContentHash digest(RemotePath file, long size) throws IOException {
        return call(client -> client.hash(file, size));
    }

    @Override
    public void changePermissions(RemotePath file, int mode) throws IOException {
        call(client -> {
            client.changePermissions(file, mode);
            return file;
        });
    }

    @Override
    public void changeFolder(RemotePath folder) throws IOException {
        call(client -> {
            client.changeFolder(folder);
            return folder;
        });
    }

    @Override
    public RemotePath enterFolder(RemotePath folder) throws IOException {
        return call(client -> client.enterFolder(folder));
    }

    @Override
    public void makeFolder(RemotePath folder) throws IOException {
        call(client -> {
            client.makeFolder(folder);
            return folder;
        });
    }

    @Override
    public List<RemotePath> makeFolders(List<RemotePath> folders) throws IOException {
        List<BatchResult> results = call(client -> client.batches().makeFolders(folders));
        return results.stream()
                .filter(BatchResult.Done.class::isInstance)
                .map(BatchResult::path)
                .toList();
    }

    @Override
    public void deleteFile(RemotePath file) throws IOException {
        call(client -> {
            client.deleteFile(file);
            return file;
        });
    }

    @Override
    public void rename(RemotePath from, RemotePath to) throws IOException {
        call(client -> {
            client.rename(from, to);
            return to;
        });
    }

    @Override
    public long retrieve(Retrieval what, WritableByteChannel target, ByteMeter meter) throws IOException {
        return confirmed(what.file(), what.offset(), client -> {
            client.expectAnotherTransfer(another);
            return client.retrieve(what, target, meter);
        });
    }

    @Override
    public long retrieve(
            Retrieval what, WritableByteChannel target, ByteMeter meter, Consumer<@Nullable Timestamp> time)
            throws IOException {
        return confirmed(what.file(), what.offset(), client -> {
            client.expectAnotherTransfer(another);
            return client.retrieve(what, target, meter, time);
        });
    }

    @Override
    public long store(RemotePath file, long offset, ReadableByteChannel source, ByteMeter meter) throws IOException {
        PlannedEnd end = planned;
        return confirmed(file, offset, client -> {
            if (end != null && end.temporary().equals(file)) {
                client.expectAnotherTransfer(another);
                return client.uploadEnds().store(file, offset, source, meter, end.time(), end.target());
            }
            // The next one is prepared along with the end of this one: see endUpload.
            client.expectAnotherTransfer(() -> false);
            return client.store(file, offset, source, meter);
        });
    }

    @Override
    public long append(RemotePath file, long length, ReadableByteChannel source, ByteMeter meter) throws IOException {
        return confirmed(file, length, client -> {
            client.expectAnotherTransfer(() -> false);
            return client.uploadEnds().append(file, length, source, meter);
        });
    }

    @Override
    public void planEnd(RemotePath temporary, Instant time, RemotePath target) {
        planned = new PlannedEnd(temporary, time, target);
    }

    @Override
    public UploadEnd endUpload(RemotePath temporary, Instant time, RemotePath target) throws IOException {
        planned = null;
        return call(client -> {
            client.expectAnotherTransfer(another);
            return client.uploadEnds().end(temporary, time, target);
        });
    }

    @Override
    public void expectAnother(BooleanSupplier waiting) {
        another = waiting;
    }

    /**
     * Where only the server's last word on a transfer was lost, the file's size decides, asked for on a new connection: a
     * complete file is not sent again because a router forgot the control connection while it was on its way.
     */
    private long confirmed(RemotePath file, long offset, FtpOperation<Long> transfer) throws IOException {
        try {
            return call(transfer);
        } catch (FtpException.EndUnconfirmed e) {
            if (call(client -> client.size(file)) != e.length()) {
                throw e.connectionFailure();
            }
            return e.length() - offset;
        }
    }

    @Override
    public long storeText(RemotePath file, ReadableByteChannel source, ByteMeter meter) throws IOException {
        return call(client -> client.storeText(file, source, meter));
    }

    @Override
    public boolean isOpen() {
        return switch (session.state()) {
            case SessionState.Ready ignored -> true;
            case SessionState.Busy ignored -> true;
            default -> false;
        };
    }

    @Override
    public void cancel() {
        CompletableFuture<?> running;
        synchronized (lock) {
            cancelled = true;
            running = current;
        }
        if (running != null) {
            running.cancel(true);
        }
    }

    @Override
    public void reset() {
        planned = null;
        synchronized (lock) {
            cancelled = false;
        }
    }

    @Override
    public void close() {
        session.close();
    }

    /**
     * Runs one operation on the lane. A cancelled future is done at once, but the lane may still be breaking the
     * transfer off and use the file: the worker goes on only when that has ended.
     */
    private <T> T call(FtpOperation<T> operation) throws IOException {
        Operation<T> tracked = new Operation<>(operation);
        CompletableFuture<T> future = session.call(tracked, this::begin);
        try {
            return future.get();
        } catch (CancellationException e) {
            tracked.awaitEnd();
            throw new FtpException.Cancelled();
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new FtpException.Cancelled();
        } finally {
            synchronized (lock) {
                current = null;
            }
        }
    }

    private void begin(CompletableFuture<?> future) {
        boolean late;
        synchronized (lock) {
            current = future;
            late = cancelled;
        }
        if (late) {
            future.cancel(true);
        }
    }

    private static IOException failure(ExecutionException wrapper) {
        Throwable cause = wrapper.getCause();
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        return cause instanceof IOException e ? e : new IOException(wrapper);
    }

    /** How an upload will end. */
    private record PlannedEnd(RemotePath temporary, Instant time, RemotePath target) {}

    /** An operation that knows whether it has begun and when it has ended. */
    private static final class Operation<T> implements FtpOperation<T> {

        private final FtpOperation<T> operation;
        private final CountDownLatch ended = new CountDownLatch(1);
        private boolean begun;
        private boolean givenUp;

        Operation(FtpOperation<T> operation) {
            this.operation = operation;
        }

        @Override
        public T run(FtpClient client) throws IOException {
            synchronized (this) {
                if (givenUp) {
                    throw new FtpException.Cancelled();
                }
                begun = true;
            }
            try {
                return operation.run(client);
            } finally {
                ended.countDown();
            }
        }

        /** Waits for the end of what has begun, and lets nothing begin any more. */
        void awaitEnd() {
            synchronized (this) {
                givenUp = true;
                if (!begun) {
                    return;
                }
            }
            try {
                if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("a cancelled operation does not end");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
