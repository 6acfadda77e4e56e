// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.store.Database;
import io.github.twinport.transfer.journal.SqliteJournal;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a long queue costs: rows per second with and without a journal, and the memory that a million files take. */
public final class ManyFilesBenchmark {

    private static final int ROWS = 100_000;
    private static final int MILLION = 1_000_000;
    private static final double MEBIBYTE = 1024 * 1024;

    private ManyFilesBenchmark() {}

    /**
     * Measures.
     *
     * @param arguments the folder for the database
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "twinport-bench");
        for (int round = 0; round < 4; round++) {
            System.out.printf("without journal %8.0f files/s%n", rate(folder, Journal.NONE));
            try (Database database = Database.open(folder.resolve("profile" + round))) {
                System.out.printf("with journal    %8.0f files/s%n", rate(folder, SqliteJournal.open(database)));
            }
        }
        try (Database database = Database.open(folder.resolve("million"))) {
            ManyFiles many = new ManyFiles(folder, 10, MILLION / 10, 10, SqliteJournal.open(database));
            long start = System.nanoTime();
            many.add();
            many.await(() -> many.queue.snapshot().total().waiting()
                            + many.queue.snapshot().total().done()
                    >= MILLION);
            System.out.printf("a million listed after %.1f s%n", (System.nanoTime() - start) / 1e9);
            many.queue.pauseAll();
            long used = ManyFiles.usedHeap();
            System.out.printf("heap for it %.1f MiB%n", used / MEBIBYTE);
            long look = System.nanoTime();
            int items = many.queue.snapshot().items().size();
            System.out.printf("snapshot of %d items %.2f ms%n", items, (System.nanoTime() - look) / 1e6);
            many.queue.resumeAll();
            many.await(() -> many.queue.snapshot().total().waiting()
                            + many.queue.snapshot().total().running()
                    == 0);
            System.out.printf("a million finished after %.1f s%n", (System.nanoTime() - start) / 1e9);
            System.out.printf("heap then %.1f MiB%n", ManyFiles.usedHeap() / MEBIBYTE);
            long clear = System.nanoTime();
            many.queue.removeFinished();
            System.out.printf("cleared in %.2f ms%n", (System.nanoTime() - clear) / 1e6);
            many.close();
        }
        System.exit(0);
    }

    private static double rate(Path folder, Journal journal) throws InterruptedException {
        try (ManyFiles many = new ManyFiles(folder, 10, ROWS / 10, 4, journal)) {
            long start = System.nanoTime();
            many.add();
            many.await(() -> many.looked.get() == ROWS);
            return ROWS / ((System.nanoTime() - start) / 1e9);
        }
    }
}
