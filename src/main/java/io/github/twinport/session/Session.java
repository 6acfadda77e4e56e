// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.session;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.FtpException.PipelineBroken;
import io.github.twinport.ftp.FtpException.ResumptionRefused;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.control.Watchdog;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One site's control connection and the lane that owns it. Operations are done one after the other in the order in
 * which they were submitted; that FTP knows only one command at a time is thereby structure, not locks. A broken
 * connection fails what is running and is opened anew by the next use. All methods may be called from any thread.
 */
public final class Session implements AutoCloseable {

    private final Watchdog watchdog;
    private final Lane lane;
    private final List<Consumer<SessionState>> listeners = new CopyOnWriteArrayList<>();
    private final ConnectionSettings settings;
    private volatile SessionState state = new SessionState.Connecting();

    // What follows belongs to the lane.
    private final IdleCheck idle;
    private final ResumptionFallback resumption = new ResumptionFallback();
    private final Learning learning;
    private final IdleRhythm rhythm;
    private boolean inSteps;
    private @Nullable FtpClient client;

    /** A session that connects on its first use. */
    public Session(ConnectionSettings settings) {
        this(settings, new IdleCheck(IdleCheck.TRUSTED));
    }

    Session(ConnectionSettings settings, IdleCheck idle) {
        this.settings = settings;
        this.idle = idle;
        this.learning = new Learning(settings);
        this.rhythm = new IdleRhythm(settings.options().keepAlive());
        this.watchdog = new Watchdog(settings.timeouts());
        this.lane = new Lane(settings.server().hostAndPort(), watchdog, new KeepingAlive(), this::disconnect);
    }

    /** How the session connects. */
    public ConnectionSettings settings() {
        return settings;
    }

    /** What the session is doing. */
    public SessionState state() {
        return state;
    }

    /** Registers a listener for changes of state; called on the lane thread, must be fast. */
    public void onState(Consumer<SessionState> listener) {
        listeners.add(listener);
    }

    /**
     * Submits an operation. The future fails with the operation's {@link IOException}; cancelling it (itself,
     * not a stage that depends on it) takes a waiting operation out and ends a running one. When the connection breaks,
     * all operations that wait fail with its cause.
     */
    public <T> CompletableFuture<T> submit(FtpOperation<T> operation) {
        return lane.submit(() -> run(operation));
    }

    /**
     * Like {@link #submit}, but blocks, and the calling thread does the operation itself where nobody else uses the
     * session: for those who would wait for it anyway, one file after the other.
     *
     * @param begins takes the future before the operation begins, for whoever wants to cancel it; must be fast
     * @return the same future, which may not be done yet
     */
    public <T> CompletableFuture<T> call(FtpOperation<T> operation, Consumer<CompletableFuture<T>> begins) {
        return lane.call(() -> run(operation), begins);
    }

    /** Refused for lack of TLS session resumption: the refused command has not begun, so it is done again. */
    private <T> T repeatWhereResumptionIsRefused(FtpOperation<T> operation) throws IOException {
        for (int refusals = 0; refusals < ResumptionFallback.DECIDING; refusals++) {
            try {
                return attempt(operation);
            } catch (ResumptionRefused e) {
                drop();
                resumption.refused();
            }
        }
        return attempt(operation);
    }

    /** Replies were lost while several commands were under way: what is not known is found out step by step. */
    private <T> T repeatWherePipeliningBroke(FtpOperation<T> operation) throws IOException {
        try {
            return repeatWhereResumptionIsRefused(operation);
        } catch (PipelineBroken e) {
            drop();
            inSteps = true;
            return attempt(client -> {
                client.continueInSteps();
                return operation.run(client);
            });
        }
    }

    private <T> T run(FtpOperation<T> operation) throws IOException {
        try {
            return repeatWherePipeliningBroke(operation);
        } catch (Cancelled e) {
            throw e;
        } catch (FtpException e) {
            if (client == null) {
                lane.failWaiting(e);
            }
            throw e;
        }
    }

    private <T> T attempt(FtpOperation<T> operation) throws IOException {
        try {
            FtpClient connected = connected();
            enter(new SessionState.Busy());
            return operation.run(connected);
        } finally {
            settle();
        }
    }

    private FtpClient connected() throws FtpException {
        FtpClient existing = client;
        if (existing != null && idle.isAlive(existing)) {
            return existing;
        }
        drop();
        enter(new SessionState.Connecting());
        try {
            learning.begin();
            FtpClient fresh = resumption.connect(settings, watchdog, inSteps);
            client = fresh;
            return fresh;
        } catch (FtpException e) {
            enter(new SessionState.Broken(e));
            throw e;
        } catch (RuntimeException e) {
            enter(new SessionState.Broken(new IOException(e)));
            throw e;
        }
    }

    private void settle() {
        FtpClient existing = client;
        if (existing == null) {
            return;
        }
        FtpException broken = existing.broken();
        learning.learn(existing.profile());
        if (broken == null) {
            idle.used();
            rhythm.used();
            enter(new SessionState.Ready());
        } else {
            client = null;
            enter(new SessionState.Broken(broken));
        }
    }

    private final class KeepingAlive implements Lane.Idle {
        @Override
        public Duration untilNext() {
            return client == null ? IdleRhythm.NEVER : rhythm.untilNext();
        }

        @Override
        public void run() {
            FtpClient existing = client;
            if (existing == null) {
                return;
            }
            if (idle.answers(existing)) {
                idle.used();
            } else {
                settle();
            }
        }
    }

    private void drop() {
        FtpClient existing = client;
        client = null;
        if (existing != null) {
            existing.close();
        }
    }

    private void disconnect() {
        FtpClient existing = client;
        client = null;
        if (existing != null && existing.broken() == null) {
            existing.quit();
        }
        watchdog.close();
        enter(new SessionState.Closed());
    }

    private void enter(SessionState next) {
        if (!next.equals(state)) {
            state = next;
            listeners.forEach(listener -> listener.accept(next));
        }
    }

    /** Ends the session: waiting operations fail with {@link Cancelled}, a running one is cancelled, the server gets QUIT. */
    @Override
    public void close() {
        lane.close();
    }
}
