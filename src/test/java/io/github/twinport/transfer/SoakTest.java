// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.soak.Soak;
import io.github.twinport.store.Database;
import io.github.twinport.transfer.journal.SqliteJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A short form of {@code mvn -q -Psoak}. */
class SoakTest {

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere 127.0.0.2 is no address of this computer")
    void everythingArrivesUnchangedFromAndAtAServerThatFailsOften() throws Exception {
        var plan = new Soak.Plan(
                folder.resolve("files"),
                4,
                0.05,
                Duration.ofSeconds(1),
                Duration.ofSeconds(100),
                12,
                List.of(1_000_000));
        try (Database database = Database.open(folder.resolve("profile"));
                TransferQueue queue = queue(database);
                Soak soak = new Soak(plan, queue, line -> {})) {
            assertThat(soak.round()).isEmpty();
            assertThat(soak.faultCount()).isPositive();
        }
    }

    private static TransferQueue queue(Database database) throws Exception {
        ParallelTransferQueue queue = RealTransfers.impatient(6, LocalFiles.DISK, SqliteJournal.open(database));
        queue.start(Logins.NONE);
        return queue;
    }
}
