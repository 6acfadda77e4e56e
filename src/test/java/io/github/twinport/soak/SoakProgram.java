// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.soak;

import io.github.twinport.i18n.Messages;
import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.EntryFilter;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.transfer.Logins;
import io.github.twinport.transfer.ParallelTransferQueue;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.journal.SqliteJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An hour of mixed transfers against a server that fails 5 % of everything: {@code mvn -q -Psoak}. System properties
 * choose: {@code soak.minutes}, {@code soak.seed}, {@code soak.folder} (best in memory). Leaves {@code target/soak.md};
 * ends with 1 when anything was wrong.
 */
public final class SoakProgram {

    private static final double SHARE = 0.05;
    private static final int WORKERS = 6;
    private static final int SMALL = 40;
    private static final int MEGABYTE = 1_000_000;

    private SoakProgram() {}

    /**
     * Runs.
     *
     * @param arguments the folder for the report
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, StoreException {
        Duration duration = Duration.ofMinutes(Long.getLong("soak.minutes", 60));
        long seed = Long.getLong("soak.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("soak.folder", "/dev/shm")), "soak");
        Path target = Files.createDirectories(Path.of(arguments[0]));
        boolean good = soak(folder, target, duration, seed);
        if (good) {
            Work.delete(folder);
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean soak(Path folder, Path target, Duration duration, long seed)
            throws IOException, InterruptedException, StoreException {
        Soak.Plan plan = new Soak.Plan(
                folder.resolve("files"),
                seed,
                SHARE,
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                SMALL,
                List.of(MEGABYTE, 5 * MEGABYTE, 30 * MEGABYTE));
        long end = System.nanoTime() + duration.toNanos();
        try (Database database = Database.open(folder.resolve("profile"));
                ProtocolLog log = new ProtocolLog(target.resolve("soak.log"));
                TransferQueue queue = queue(database);
                Soak soak = new Soak(plan, queue, log)) {
            List<String> wrong = new ArrayList<>();
            while (wrong.isEmpty() && System.nanoTime() - end < 0) {
                log.restart();
                wrong.addAll(soak.round());
                SoakReport report = new SoakReport(soak, seed);
                System.out.println(report.line());
                if (System.nanoTime() - end >= 0) {
                    wrong.addAll(soak.samples().growth());
                }
                Files.writeString(target.resolve("soak.md"), report.text(wrong));
            }
            System.out.println(wrong.isEmpty() ? "good" : String.join("\n", wrong));
            return wrong.isEmpty();
        }
    }

    private static TransferQueue queue(Database database) throws StoreException {
        ParallelTransferQueue queue = new ParallelTransferQueue(
                WORKERS,
                new Explainer(Messages.forLocale(Locale.ENGLISH)),
                EntryFilter.EVERYTHING,
                SqliteJournal.open(database));
        queue.start(Logins.NONE);
        return queue;
    }
}
