// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.transfer.rules.Decision;
import io.github.twinport.transfer.speed.SpeedPlan;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The list of transfers and the workers that do them. All methods may be called from any thread and return at once.
 */
public interface TransferQueue extends AutoCloseable {

    /** Appends requests; one that is in the queue already and not finished is not added again. */
    void add(List<TransferRequest> requests);

    /** Stops items (with all they hold) and keeps what has arrived. */
    void pause(Collection<Long> items);

    /** Lets paused items wait for their turn again. */
    void resume(Collection<Long> items);

    /** Ends items (with all they hold) and removes what is half done. */
    void cancel(Collection<Long> items);

    /** Lets failed or cancelled items wait for their turn again. */
    void retry(Collection<Long> items);

    /** Lets everything that has failed wait for its turn again, also what is in the journal only. */
    void retryFailed();

    /**
     * Stops everything of the servers that items belong to, as the same users, and pauses what is added for them later,
     * until the servers are resumed. Single items can be resumed before.
     */
    void pauseServers(Collection<Long> items);

    /** Lets everything paused of the servers that items belong to wait for its turn again, and what is added later too. */
    void resumeServers(Collection<Long> items);

    /** Pauses what is added for servers from now on, as {@link #pauseServers} did in an earlier run. */
    void hold(Collection<HeldServer> servers);

    /** Lets everything paused of servers wait for its turn again, and what is added later too. */
    void release(Collection<HeldServer> servers);

    /** Gives items of the top level another priority; they move before or behind the others by it. */
    void prioritise(Collection<Long> items, Priority priority);

    /** Whether files count as done only when the disk has them, so that they survive a power failure; else at once. */
    void setDurable(boolean durable);

    /** Changes how many files of one server are on their way at once; those that are stay. */
    void setMode(QueueMode mode);

    /** Moves waiting items of the top level among those of the same priority. */
    void move(Collection<Long> items, Place place);

    /** Removes finished items from the list. */
    void removeFinished();

    /** Holds the whole queue: running files stop, nothing new starts. */
    void pauseAll();

    /** Ends {@link #pauseAll}. */
    void resumeAll();

    /** The conflicts that wait for a decision, oldest first; the same list as long as nothing has changed. */
    List<Conflict> conflicts();

    /** Lets files with conflicts go on, each as decided; items that do not wait for a decision stay as they are. */
    void decide(Collection<Long> items, Decision decision);

    /** Changes what comes first; what runs goes on. In the beginning it is {@link QueueOrder#LISTED}. */
    void setOrder(QueueOrder order);

    /** Slows transfers down, also those that run. */
    void limitSpeed(SpeedPlan plan);

    /** The queue now. Cheap enough to be called a few times a second with 100,000 items. */
    QueueSnapshot snapshot();

    /** The queue now, but without its rows: what is left costs next to nothing. */
    default QueueSnapshot overview() {
        return snapshot().withoutItems();
    }

    /**
     * Rows of one folder in their order, also finished ones that are in the journal only. Without a journal there are no
     * such rows, and none are told: the snapshot has all.
     *
     * @param folder the folder's item
     * @param after the last item that is known already, 0 to begin
     * @param limit how many at most
     */
    CompletionStage<List<TransferItem>> children(long folder, long after, int limit);

    /**
     * All rows that have failed, by id, also those that are in the journal only. Without a journal there are no such rows,
     * and none are told: the snapshot has all.
     *
     * @param after the last item that is known already, 0 to begin
     * @param limit how many at most
     */
    CompletionStage<List<TransferItem>> failed(long after, int limit);

    /** Registers a listener that is told that something changed. Called on any thread, often; must only take note. */
    void onChange(Runnable listener);

    /**
     * Registers a listener that is told of each file and folder that is finished from now on, once, as it stands itself:
     * a folder is done when it was listed. Called on any thread, one call at a time; must only take note.
     */
    void onFinished(Consumer<List<TransferItem>> listener);

    /** Stops all workers and closes their sessions. What is half done keeps its temporary file. */
    @Override
    void close();

    /** Where waiting items are moved. */
    enum Place {
        /** Before all others. */
        TOP,
        /** One up. */
        UP,
        /** One down. */
        DOWN,
        /** Behind all others. */
        BOTTOM
    }
}
