// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.bench;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TlsVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The same work by Twinport's commands, curl and lftp in turn, against real servers on this machine: {@code mvn -q
 * -Pbench}. System properties choose: {@code bench.work} (bulk, small, far, listing; separated by commas),
 * {@code bench.server} (vsftpd, proftpd), {@code bench.security} (plain, tls), {@code bench.rounds},
 * {@code bench.connections} (0 is Twinport's default), {@code bench.folder} (best in memory). Leaves a table and JSON in
 * {@code target/bench}.
 */
public final class Benchmark {

    private static final int MEBIBYTES = Integer.getInteger("bench.mebibytes", 1024);
    private static final int ENTRIES = 100_000;
    private static final Duration FAR = Duration.ofMillis(50);

    private final Path folder;
    private final Report report;
    private final int rounds = Integer.getInteger("bench.rounds", 5);

    private Benchmark(Path folder, Report report) {
        this.folder = folder;
        this.report = report;
    }

    /**
     * Measures.
     *
     * @param arguments the folder for the report
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("bench.folder", "/dev/shm")), "bench");
        // The server gives up root's rights and still has to reach its folder.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Benchmark benchmark = new Benchmark(folder, new Report(Path.of(arguments[0])));
            for (String work : chosen("bench.work", "bulk,small,far,listing")) {
                benchmark.measure(work);
            }
        } finally {
            Folders.delete(folder);
        }
        System.exit(0);
    }

    private void measure(String work) throws IOException, InterruptedException {
        if (!work.equals("far")) {
            measure(work, null);
        } else if (DelayLine.isPossible()) {
            try (DelayLine line = DelayLine.of(FAR)) {
                measure(work, line);
            }
        } else {
            System.out.println("far: left out, a network with a delay needs Linux, root, ip and /dev/net/tun");
        }
    }

    private void measure(String work, @Nullable DelayLine line) throws IOException, InterruptedException {
        for (String name : chosen("bench.server", "vsftpd,proftpd")) {
            for (String protection : chosen("bench.security", "plain,tls")) {
                ServerKind kind = ServerKind.valueOf(name.toUpperCase(Locale.ROOT));
                Security security = protection.equals("plain") ? Security.PLAIN : Security.EXPLICIT_TLS;
                measure(work, kind, security, line);
            }
        }
    }

    private void measure(String work, ServerKind kind, Security security, @Nullable DelayLine line)
            throws IOException, InterruptedException {
        Path root = folder.resolve("root");
        Path local = folder.resolve("local");
        Folders.empty(root);
        Folders.empty(local);
        Files.createDirectories(root.resolve("up"));
        RealServer.Options options =
                RealServer.Options.of(security).tls(TlsVersion.ANY).root(root);
        options = line == null ? options : options.host(DelayLine.SERVER);
        String label = work + ", " + kind.name().toLowerCase(Locale.ROOT) + (security.usesTls() ? ", TLS" : ", plain");
        try (RealServer server = RealServer.start(kind, options)) {
            Peers peers = new Peers(server.host(), server.port(), security, root, local);
            List<String> prefix = line == null ? List.of() : line.prefix();
            for (Contest contest : contests(work, new Works(label, server, peers, folder, prefix))) {
                report.add(contest, contest.hold(rounds));
            }
        }
    }

    private static List<Contest> contests(String work, Works works) throws IOException {
        return switch (work) {
            case "bulk" -> works.bulk(MEBIBYTES);
            case "small" -> works.small(50, 100, connections("1,4,8"));
            case "far" -> works.small(10, 50, connections("1,8,0"));
            case "listing" -> works.listing(ENTRIES);
            default -> throw new IllegalArgumentException("no such work: " + work);
        };
    }

    private static List<Integer> connections(String usual) {
        List<Integer> numbers = new ArrayList<>();
        for (String number : chosen("bench.connections", usual)) {
            numbers.add(Integer.valueOf(number));
        }
        return numbers;
    }

    private static List<String> chosen(String property, String usual) {
        String value = System.getProperty(property, "");
        return List.of((value.isBlank() ? usual : value).split(","));
    }
}
