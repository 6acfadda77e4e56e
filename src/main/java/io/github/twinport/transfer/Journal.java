// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.store.StoreException;
import java.util.List;
import java.util.Optional;

/**
 * What keeps the queue while the program does not run. Never makes the queue wait for a disk: it takes the changes from
 * the queue on a thread of its own, a moment after the first of them. Any thread.
 */
public interface Journal extends AutoCloseable {

    /** Keeps nothing: the queue is gone with the program. */
    Journal NONE = new Journal() {
        @Override
        public boolean isKept() {
            return false;
        }

        @Override
        public long firstId() {
            return 1;
        }

        @Override
        public void start(Client client) {
            // There is nothing to continue and nothing to write.
        }

        @Override
        public Optional<TargetHolder> claim(long job, TransferRequest target) {
            return Optional.empty();
        }

        @Override
        public void changed(boolean atOnce) {
            // Nobody takes note.
        }

        @Override
        public void read(Reading reading) {
            throw new IllegalStateException("nothing is kept");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    /** Whether anything is kept at all. */
    boolean isKept();

    /** The first id for rows of this instance. */
    long firstId();

    /** Begins to write a queue's changes and hands it what ended instances have left. Once. */
    void start(Client client);

    /**
     * Takes the target of something that the user asked for, until the journal's changes release it; blocks on the disk.
     *
     * @return who else writes there just now, so that it is not taken
     */
    Optional<TargetHolder> claim(long job, TransferRequest target);

    /** Says that there is something to write: soon, or at once because somebody waits for what is read afterwards. */
    void changed(boolean atOnce);

    /** Reads, after everything that has changed so far is written. */
    void read(Reading reading);

    /** Writes what is left and gives the unfinished work free for the next instance. Blocks on the disk. */
    @Override
    void close();

    /** Work on what is kept, on the journal's thread. */
    interface Reading {

        /** Reads. */
        void with(JournalReader reader) throws StoreException;

        /** Takes note that nothing can be read. */
        void failed(StoreException failure);
    }

    /** The queue as its journal sees it. All methods are called on the journal's thread. */
    interface Client {

        /** Takes all changes since the last call. */
        JournalChanges take();

        /**
         * Returns when the disk has the files that the changes taken last call done, so that these may be written.
         *
         * @throws StoreException when it could not take them
         */
        void secureFiles() throws StoreException;

        /** Changes are safe now. */
        void written(JournalChanges changes);

        /** Changes could not be written; it is tried again soon. */
        void notWritten(StoreException failure);

        /** Takes over the work of an ended instance. */
        void adopt(JournalJobs jobs);

        /**
         * Takes what ended commands have left of files that this one may come to again.
         *
         * @param jobs what they were asked for, the last one at the end
         */
        void resume(List<JournalJob> jobs, List<Leftover> leftovers);

        /** Another instance has taken this one for dead and goes on with all its work. */
        void lost();
    }
}
