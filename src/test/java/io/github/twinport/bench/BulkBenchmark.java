// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.bench;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.ByteMeter;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.ConnectionSettings;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.session.Session;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TlsVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One large file down and up over loopback, Twinport and curl in turn, in clear and over TLS 1.3, with the ratio of the
 * medians. {@code mvn -q -Pbench} runs it; curl and the real servers have to be there.
 */
public final class BulkBenchmark {

    private static final int MEBIBYTES = 1024;
    private static final String PATH = "/big.bin";

    private final Path folder;
    private final int rounds;

    private BulkBenchmark(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    /**
     * Measures.
     *
     * @param arguments the number of rounds and the folder for the files, best in memory
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory(Path.of(arguments[1]), "twinport-bench");
        // The server gives up root's rights and still has to reach its folder.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        System.out.printf(
                "%-8s %-13s %-5s %14s %14s %7s%n", "server", "protection", "way", "Twinport", "curl", "ratio");
        for (ServerKind kind : List.of(ServerKind.VSFTPD, ServerKind.PROFTPD)) {
            new BulkBenchmark(folder, rounds).measure(kind, Security.PLAIN);
            new BulkBenchmark(folder, rounds).measure(kind, Security.EXPLICIT_TLS);
        }
        Files.delete(folder);
        System.exit(0);
    }

    private void measure(ServerKind kind, Security security) throws IOException, InterruptedException {
        Path local = folder.resolve("local.bin");
        RealServer.Options options =
                RealServer.Options.of(security).tls(TlsVersion.ANY).root(folder.resolve("root"));
        try (RealServer server = RealServer.start(kind, options);
                Session session = new Session(settings(server, security))) {
            fill(server.root().resolve("big.bin"));
            server.adopt();
            List<double[]> ours = new ArrayList<>();
            List<double[]> curls = new ArrayList<>();
            for (int round = 0; round <= rounds; round++) {
                double[] our = {seconds(() -> download(session, local)), seconds(() -> upload(session, local))};
                double[] curl = {
                    seconds(() -> curl(server, security, "-o", local.toString(), PATH)),
                    seconds(() -> curl(server, security, "-T", local.toString(), "/curl.bin"))
                };
                if (round > 0) {
                    ours.add(our);
                    curls.add(curl);
                }
            }
            print(kind, security, "down", ours, curls, 0);
            print(kind, security, "up", ours, curls, 1);
        } finally {
            Files.deleteIfExists(local);
            try (var left = Files.walk(folder.resolve("root"))) {
                for (Path path : left.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void print(
            ServerKind kind, Security security, String way, List<double[]> ours, List<double[]> curls, int index) {
        double our = median(ours, index);
        double curl = median(curls, index);
        System.out.printf(
                "%-8s %-13s %-5s %8.0f MiB/s %8.0f MiB/s %7.2f%n",
                kind, security, way, MEBIBYTES / our, MEBIBYTES / curl, curl / our);
    }

    private static double median(List<double[]> rounds, int index) {
        double[] sorted =
                rounds.stream().mapToDouble(each -> each[index]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static ConnectionSettings settings(RealServer server, Security security) {
        TlsSettings tls = new TlsSettings(
                TestCertificates.get().trustManager(), TrustDecider.STRICT, TlsSettings.MODERN_VERSIONS);
        return new ConnectionSettings(
                new Server(server.host(), server.port(), security),
                new Credentials(RealServer.USER, RealServer.PASSWORD),
                tls,
                line -> {});
    }

    private static void download(Session session, Path local) {
        session.submit(client -> {
                    Path temporary = local.resolveSibling("part.bin");
                    try (FileChannel target = FileChannel.open(
                            temporary,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                        client.retrieve(RemotePath.of(PATH), 0, target, ByteMeter.NONE);
                    }
                    return Files.move(temporary, local, StandardCopyOption.REPLACE_EXISTING);
                })
                .join();
    }

    private static void upload(Session session, Path local) {
        session.submit(client -> {
                    try (FileChannel source = FileChannel.open(local)) {
                        return client.store(RemotePath.of("/twinport.bin"), 0, source, ByteMeter.NONE);
                    }
                })
                .join();
    }

    private static void curl(RealServer server, Security security, String option, String file, String path)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "-k"));
        if (security != Security.PLAIN) {
            command.add("--ssl-reqd");
        }
        String login = RealServer.USER + ":" + RealServer.PASSWORD;
        command.addAll(List.of(option, file, "ftp://" + login + "@" + server.host() + ":" + server.port() + path));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException("curl ended with " + exit);
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[1024 * 1024];
        Random random = new Random(1);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < MEBIBYTES; i++) {
                random.nextBytes(block);
                channel.write(ByteBuffer.wrap(block));
            }
        }
    }

    private static double seconds(Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** What is timed. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
