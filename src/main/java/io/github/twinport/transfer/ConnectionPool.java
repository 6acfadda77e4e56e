// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.client.ConnectionSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Connections of workers: reused for the same server and login, closed politely when unused for a minute. Any thread. */
final class ConnectionPool implements AutoCloseable {

    private static final long IDLE = Duration.ofSeconds(60).toNanos();

    private record Idle(ConnectionSettings settings, WorkerConnection connection, long since) {}

    private final Function<ConnectionSettings, WorkerConnection> factory;
    private final Delays delays;
    private final LongSupplier nanoTime;
    private final List<Idle> idle = new ArrayList<>();
    private boolean looksLater;
    private boolean closed;

    ConnectionPool(Function<ConnectionSettings, WorkerConnection> factory, Delays delays, LongSupplier nanoTime) {
        this.factory = factory;
        this.delays = delays;
        this.nanoTime = nanoTime;
    }

    /** A connection for one worker; never blocks, because connections are opened by their first use. */
    WorkerConnection borrow(ConnectionSettings settings) {
        WorkerConnection connection = takeIdle(settings);
        if (connection == null) {
            return factory.apply(settings);
        }
        connection.reset();
        return connection;
    }

    /**
     * Takes a connection back for the next worker. One that is not open is given up: kept, it would be taken before
     * open ones, which hold the places for which the server would then refuse it.
     */
    void giveBack(ConnectionSettings settings, WorkerConnection connection) {
        boolean open = connection.isOpen();
        synchronized (this) {
            if (open && !closed) {
                idle.add(new Idle(settings, connection, nanoTime.getAsLong()));
                lookLater();
                return;
            }
        }
        connection.close();
    }

    /** After a failure to get in: makes room. */
    void makeRoomAfter(Throwable failure, ConnectionSettings settings) {
        if (failure instanceof FtpException.ServiceRefused
                || failure instanceof FtpException.LoginRefused
                || failure instanceof FtpException.Unreachable) {
            makeRoom(settings);
        }
    }

    /** Closes what is unused on the same server under other settings: it may hold a place that these settings need. */
    private void makeRoom(ConnectionSettings settings) {
        List<WorkerConnection> others = new ArrayList<>();
        synchronized (this) {
            for (Iterator<Idle> each = idle.iterator(); each.hasNext(); ) {
                Idle unused = each.next();
                if (isSameServer(unused.settings, settings) && !unused.settings.equals(settings)) {
                    others.add(unused.connection);
                    each.remove();
                }
            }
        }
        others.forEach(WorkerConnection::close);
    }

    @Override
    public void close() {
        List<Idle> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(idle);
            idle.clear();
        }
        all.forEach(unused -> unused.connection.close());
    }

    // The one used last is taken first, so that those beyond the present need grow old.
    private synchronized @Nullable WorkerConnection takeIdle(ConnectionSettings settings) {
        for (int i = idle.size() - 1; i >= 0; i--) {
            Idle unused = idle.get(i);
            if (unused.settings.equals(settings) && unused.connection.isOpen()) {
                idle.remove(i);
                return unused.connection;
            }
        }
        return null;
    }

    private static boolean isSameServer(ConnectionSettings one, ConnectionSettings other) {
        return one.server().hostAndPort().equals(other.server().hostAndPort());
    }

    /** One look is enough for all: it comes again while something is left. */
    private void lookLater() {
        if (!looksLater && !idle.isEmpty()) {
            looksLater = true;
            long oldest = idle.stream()
                    .mapToLong(unused -> nanoTime.getAsLong() - unused.since)
                    .max()
                    .orElse(0);
            delays.after(IDLE - oldest, this::closeExpired);
        }
    }

    private void closeExpired() {
        List<WorkerConnection> expired = new ArrayList<>();
        synchronized (this) {
            looksLater = false;
            long now = nanoTime.getAsLong();
            for (Iterator<Idle> each = idle.iterator(); each.hasNext(); ) {
                Idle unused = each.next();
                if (now - unused.since >= IDLE) {
                    expired.add(unused.connection);
                    each.remove();
                }
            }
            lookLater();
        }
        expired.forEach(WorkerConnection::close);
    }
}
