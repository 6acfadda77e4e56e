// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.Journal;
import io.github.twinport.transfer.JournalChanges;
import io.github.twinport.transfer.JournalJob;
import io.github.twinport.transfer.JournalJobs;
import io.github.twinport.transfer.JournalReader;
import io.github.twinport.transfer.Leftover;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors in what the journal's thread does for others. */
class JournalErrorTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void doNotEndItsThread() throws Exception {
        CountDownLatch taken = new CountDownLatch(3);
        try (Database database = Database.open(folder);
                SqliteJournal journal = SqliteJournal.open(database)) {
            journal.start(new Failing(taken));
            CompletableFuture<Set<String>> first = read(journal, reader -> {
                throw new IllegalStateException("a fault");
            });
            assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(StoreException.class);
            while (!taken.await(10, TimeUnit.MILLISECONDS)) {
                journal.changed(true);
            }

            assertThat(read(journal, reader -> reader.names(1)).get(30, TimeUnit.SECONDS))
                    .isEmpty();
        }
    }

    private static CompletableFuture<Set<String>> read(SqliteJournal journal, Names names) {
        CompletableFuture<Set<String>> read = new CompletableFuture<>();
        journal.read(new Journal.Reading() {
            @Override
            public void with(JournalReader reader) throws StoreException {
                read.complete(names.of(reader));
            }

            @Override
            public void failed(StoreException failure) {
                read.completeExceptionally(failure);
            }
        });
        return read;
    }

    @FunctionalInterface
    private interface Names {
        Set<String> of(JournalReader reader) throws StoreException;
    }

    /** Fails at the second of its calls. */
    private record Failing(CountDownLatch taken) implements Journal.Client {
        @Override
        public JournalChanges take() {
            taken.countDown();
            if (taken.getCount() == 1) {
                throw new IllegalStateException("a fault");
            }
            return new JournalChanges(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);
        }

        @Override
        public void secureFiles() {}

        @Override
        public void written(JournalChanges changes) {}

        @Override
        public void notWritten(StoreException failure) {}

        @Override
        public void adopt(JournalJobs jobs) {}

        @Override
        public void resume(List<JournalJob> jobs, List<Leftover> leftovers) {}

        @Override
        public void lost() {}
    }
}
