// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.session.FtpOperation;
import io.github.twinport.session.Session;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A command's own session: each operation blocks until it is done or the user interrupts it. */
final class Remote implements AutoCloseable {

    private final ConnectionSettings settings;
    private final Session session;
    private final Interruption interruption;
    private boolean released;

    Remote(ConnectionSettings settings, Interruption interruption) {
        this.settings = settings;
        this.interruption = interruption;
        session = new Session(settings);
    }

    /** How the session, and any other for the same command, connects. */
    ConnectionSettings settings() {
        return settings;
    }

    /**
     * Does an operation.
     *
     * @throws InterruptedCommandException when the user interrupts
     * @throws IOException when the operation fails
     */
    <T> T run(FtpOperation<T> operation) throws IOException {
        CompletableFuture<T> result = session.submit(operation);
        Runnable cancel = () -> result.cancel(true);
        interruption.onRequest(cancel);
        try {
            return result.get();
        } catch (CancellationException e) {
            throw new InterruptedCommandException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedCommandException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException error) {
                throw error;
            }
            throw new IllegalStateException(e);
        } finally {
            interruption.forget(cancel);
        }
    }

    /** Gives the session away to someone who goes on with it and closes it. */
    Session release() {
        released = true;
        return session;
    }

    @Override
    public void close() {
        if (!released) {
            session.close();
        }
    }
}
