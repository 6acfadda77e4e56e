// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.soak;

import io.github.twinport.event.Transcript;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.TransferRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Round after round of mixed transfers, in clear and with TLS, against a server that fails often. One thread. */
public final class Soak implements AutoCloseable {

    /**
     * How it is done.
     *
     * @param folder for all files, not there yet
     * @param seed decides the files and the faults
     * @param share how much of everything fails, from 0 to 1
     * @param timeout the limit of each phase of the protocol
     * @param patience how long a round may last
     * @param small how many small files the folder has
     * @param large the lengths of large files in bytes
     */
    public record Plan(
            Path folder,
            long seed,
            double share,
            Duration timeout,
            Duration patience,
            int small,
            List<Integer> large) {}

    private final Faults faults;
    private final Work work;
    private final FaultyServer plain;
    private final FaultyServer secure;
    private final List<ConnectionSettings> connections;
    private final Round round;
    private final Samples samples = new Samples();
    private final long start = System.nanoTime();
    private int rounds;

    /** Starts the servers and makes the files. */
    public Soak(Plan plan, TransferQueue queue, Transcript transcript) throws IOException {
        faults = new Faults(plan.seed(), plan.share());
        work = Work.make(plan.folder(), plan.small(), plan.large(), plan.seed());
        plain = new FaultyServer(work.root(), Security.PLAIN, faults);
        secure = new FaultyServer(work.root(), Security.EXPLICIT_TLS, faults);
        connections = List.of(
                settings(plain, Security.PLAIN, plan.timeout(), transcript),
                settings(secure, Security.EXPLICIT_TLS, plan.timeout(), transcript));
        round = new Round(queue, plan.patience());
    }

    private static ConnectionSettings settings(
            FaultyServer server, Security security, Duration timeout, Transcript transcript) {
        return new ConnectionSettings(
                new Server(FaultyRelay.HOST, server.port(), security),
                new Credentials(FaultyServer.USER, FaultyServer.USER),
                DataMode.PASSIVE,
                StandardCharsets.UTF_8,
                new TlsSettings(
                        TestCertificates.get().trustManager(), TrustDecider.STRICT, TlsSettings.MODERN_VERSIONS),
                new Timeouts(timeout, timeout, timeout, timeout, timeout, timeout),
                transcript);
    }

    /** Does one round; returns what is wrong afterwards, which should be nothing. */
    public List<String> round() throws IOException, InterruptedException {
        rounds++;
        List<TransferRequest> requests = new ArrayList<>();
        for (ConnectionSettings connection : connections) {
            requests.addAll(work.requests(name(connection), connection));
        }
        int questions = round.questions();
        QueueSnapshot.Total total = round.run(requests);
        List<String> wrong = new ArrayList<>();
        if (round.questions() > questions) {
            wrong.add("the user was asked about " + (round.questions() - questions) + " targets of our own");
        }
        if (total.done() != work.files(connections.size())) {
            wrong.add(total.done() + " files are done instead of " + work.files(connections.size()));
        }
        for (ConnectionSettings connection : connections) {
            wrong.addAll(work.check(name(connection)));
        }
        samples.take(Duration.ofNanos(System.nanoTime() - start).toSeconds());
        return wrong;
    }

    private String name(ConnectionSettings connection) {
        return "round " + rounds + " " + connection.server().security();
    }

    /** What is held after each round. */
    Samples samples() {
        return samples;
    }

    /** What went wrong so far. */
    Faults faults() {
        return faults;
    }

    /** How many faults there were so far. */
    public long faultCount() {
        return faults.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** What the user saw of it. */
    Round user() {
        return round;
    }

    /** How many rounds were begun. */
    int rounds() {
        return rounds;
    }

    /** How many files each round moves. */
    int filesOfRound() {
        return work.files(connections.size());
    }

    /** How many bytes each round moves. */
    long bytesOfRound() throws IOException {
        return work.bytes(connections.size());
    }

    @Override
    public void close() {
        plain.close();
        secure.close();
    }
}
