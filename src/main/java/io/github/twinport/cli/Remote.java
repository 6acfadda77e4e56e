// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.session.FtpOperation;
import io.github.twinport.session.Session;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A command's own session: each operation blocks until it is done or the user interrupts it. A password that is not known
 * is asked for when the server wants one, on a new connection, for servers do not wait long for an answer.
 */
final class Remote implements AutoCloseable {

    private static final int PASSWORD_WANTED = 331;

    private final Completion completion;
    private final Interruption interruption;
    private ConnectionSettings settings;
    private Session session;
    private boolean released;

    /** Finds the password. */
    @FunctionalInterface
    interface Completion {

        /** The same settings with the password. */
        ConnectionSettings complete(ConnectionSettings settings) throws IOException;
    }

    /**
     * For one server.
     *
     * @param completion is asked once where the settings have no password and the server wants one
     */
    Remote(ConnectionSettings settings, Completion completion, Interruption interruption) {
        this.settings = settings;
        this.completion = completion;
        this.interruption = interruption;
        session = new Session(settings);
    }

    /** How the session, and any other for the same command, connects; with the password once the server has wanted it. */
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
        try {
            return runNow(operation);
        } catch (FtpException.LoginRefused e) {
            if (settings.credentials().complete() || e.reply().code() != PASSWORD_WANTED) {
                throw e;
            }
            session.close();
            settings = completion.complete(settings);
            session = new Session(settings);
            return runNow(operation);
        }
    }

    private <T> T runNow(FtpOperation<T> operation) throws IOException {
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
