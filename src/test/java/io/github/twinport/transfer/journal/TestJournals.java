// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import io.github.twinport.store.Database;
import io.github.twinport.store.StoreException;
import io.github.twinport.transfer.TransferRequest;
import java.util.List;

/** Journals of instances that the others take for dead although they are in this process. */
public final class TestJournals {

    /** No process has this number. */
    private static final long NO_PROCESS = 1L << 40;

    private TestJournals() {}

    /** A window's journal; the next instance takes over its work without its having been closed. */
    public static SqliteJournal deadWindow(Database database) throws StoreException {
        return SqliteJournal.open(database, dead());
    }

    /** A command's journal; the next instance takes over its work without its having been closed. */
    public static SqliteJournal deadCommand(Database database, List<TransferRequest> requests) throws Exception {
        return SqliteJournal.open(database, requests, dead());
    }

    private static LivingProcess dead() {
        return new LivingProcess(LivingProcess.current().host(), NO_PROCESS, 1);
    }
}
