// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.session.Session;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Everything outside of a queue.
 *
 * @param threads runs each attempt
 * @param delays runs what is due later
 * @param nanoTime the time
 * @param random chance
 * @param connections makes connections of workers
 * @param files the disk
 */
record Surroundings(
        Executor threads,
        Delays delays,
        LongSupplier nanoTime,
        DoubleSupplier random,
        Function<ConnectionSettings, WorkerConnection> connections,
        LocalFiles files) {

    /** Virtual threads, the computer's clock, servers and the local disk. */
    static Surroundings system() {
        Executor threads = task -> Thread.ofVirtual().name("transfer").start(task);
        return new Surroundings(
                threads,
                (nanos, task) -> CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, threads)
                        .execute(task),
                System::nanoTime,
                () -> ThreadLocalRandom.current().nextDouble(),
                settings -> new SessionConnection(new Session(settings)),
                LocalFiles.DISK);
    }
}
