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
 * @param files how files are written
 * @param disk how the disk is made to have them
 */
record Surroundings(
        WorkerThreads threads,
        Delays delays,
        LongSupplier nanoTime,
        DoubleSupplier random,
        Function<ConnectionSettings, WorkerConnection> connections,
        LocalFiles files,
        DiskSync disk) {

    /** Threads of its own, the computer's clock, servers and the local disk. */
    static Surroundings system() {
        Executor timers = task -> Thread.ofVirtual().name("timer").start(task);
        return new Surroundings(
                new KeptThreads(),
                (nanos, task) -> CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, timers)
                        .execute(task),
                System::nanoTime,
                () -> ThreadLocalRandom.current().nextDouble(),
                settings -> new SessionConnection(new Session(settings)),
                LocalFiles.DISK,
                DiskSync.ofThisSystem());
    }
}
