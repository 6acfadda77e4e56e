// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.HeldServer;
import io.github.twinport.transfer.Priority;
import io.github.twinport.transfer.QueueMode;
import io.github.twinport.transfer.QueueNotice;
import io.github.twinport.transfer.QueueOrder;
import io.github.twinport.transfer.QueueSnapshot;
import io.github.twinport.transfer.TransferItem;
import io.github.twinport.transfer.TransferQueue;
import io.github.twinport.transfer.TransferRequest;
import io.github.twinport.transfer.TransferState;
import io.github.twinport.transfer.rules.Decision;
import io.github.twinport.transfer.speed.SpeedPlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A queue that stands as a test says and notes what it is told to do. */
final class FakeQueue implements TransferQueue {

    /** Rows of folders that the snapshot may lack. */
    final List<TransferItem> inJournal = new ArrayList<>();

    final List<QueueOrder> orders = new ArrayList<>();

    /** How many files have failed that the snapshot lacks. */
    int failedInJournal;

    private @Nullable QueueNotice notice;
    final List<String> calls = new ArrayList<>();
    private List<TransferItem> items = List.of();
    QueueMode mode = QueueMode.PARALLEL;
    List<HeldServer> held = List.of();
    private boolean paused;
    private final List<Runnable> listeners = new ArrayList<>();
    private List<Conflict> conflicts = List.of();

    void show(List<TransferItem> now) {
        items = List.copyOf(now);
        listeners.forEach(Runnable::run);
    }

    void tell(@Nullable QueueNotice now) {
        notice = now;
        listeners.forEach(Runnable::run);
    }

    void ask(List<Conflict> now) {
        conflicts = List.copyOf(now);
        listeners.forEach(Runnable::run);
    }

    void show(TransferItem... now) {
        show(List.of(now));
    }

    @Override
    public void add(List<TransferRequest> requests) {
        calls.add("add " + requests.size());
    }

    @Override
    public void pause(Collection<Long> ids) {
        calls.add("pause " + ids);
    }

    @Override
    public void resume(Collection<Long> ids) {
        calls.add("resume " + ids);
    }

    @Override
    public void cancel(Collection<Long> ids) {
        calls.add("cancel " + ids);
    }

    @Override
    public void retry(Collection<Long> ids) {
        calls.add("retry " + ids);
    }

    @Override
    public void move(Collection<Long> ids, Place place) {
        calls.add("move " + ids + " " + place);
    }

    @Override
    public void pauseServers(Collection<Long> ids) {
        calls.add("pauseServers " + ids);
    }

    @Override
    public void resumeServers(Collection<Long> ids) {
        calls.add("resumeServers " + ids);
    }

    @Override
    public void hold(Collection<HeldServer> servers) {
        calls.add("hold " + servers.size());
        held = List.copyOf(servers);
    }

    @Override
    public void release(Collection<HeldServer> servers) {
        calls.add("release " + servers.size());
        held = held.stream().filter(server -> !servers.contains(server)).toList();
        listeners.forEach(Runnable::run);
    }

    @Override
    public void retryFailed() {
        calls.add("retryFailed");
    }

    @Override
    public CompletionStage<List<TransferItem>> failed(long after, int limit) {
        return CompletableFuture.completedStage(inJournal.stream()
                .filter(item -> item.state() instanceof TransferState.Failed && item.id() > after)
                .limit(limit)
                .toList());
    }

    @Override
    public void prioritise(Collection<Long> ids, Priority priority) {
        calls.add("prioritise " + ids + " " + priority);
    }

    @Override
    public void setMode(QueueMode now) {
        mode = now;
    }

    @Override
    public void setDurable(boolean durable) {
        calls.add("durable " + durable);
    }

    @Override
    public void removeFinished() {
        calls.add("removeFinished");
    }

    @Override
    public void pauseAll() {
        calls.add("pauseAll");
        paused = true;
        listeners.forEach(Runnable::run);
    }

    @Override
    public void resumeAll() {
        calls.add("resumeAll");
        paused = false;
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<Conflict> conflicts() {
        return conflicts;
    }

    @Override
    public void decide(Collection<Long> ids, Decision decision) {
        calls.add("decide " + ids + " " + decision);
        ask(conflicts.stream()
                .filter(conflict -> !ids.contains(conflict.item()))
                .toList());
    }

    @Override
    public void limitSpeed(SpeedPlan plan) {
        calls.add("limitSpeed " + plan.always().download() + " " + plan.always().upload());
    }

    @Override
    public void setOrder(QueueOrder order) {
        orders.add(order);
    }

    @Override
    public QueueSnapshot snapshot() {
        List<TransferItem> files =
                items.stream().filter(item -> !item.request().folder()).toList();
        long speed = files.stream().mapToLong(TransferItem::bytesPerSecond).sum();
        long moved = files.stream().mapToLong(TransferItem::moved).sum();
        long size = files.stream().mapToLong(TransferItem::size).sum();
        return new QueueSnapshot(
                items,
                new QueueSnapshot.Total(
                        count(files, TransferState.Waiting.class),
                        count(files, TransferState.Running.class),
                        count(files, TransferState.Asking.class),
                        count(files, TransferState.Done.class) + count(files, TransferState.Skipped.class),
                        count(files, TransferState.Failed.class) + failedInJournal,
                        moved,
                        size,
                        speed,
                        speed == 0 ? -1 : (size - moved) * 1000 / speed,
                        paused),
                null,
                notice,
                held);
    }

    private static int count(List<TransferItem> files, Class<? extends TransferState> state) {
        return (int)
                files.stream().filter(item -> state.isInstance(item.state())).count();
    }

    @Override
    public CompletionStage<List<TransferItem>> children(long folder, long after, int limit) {
        return CompletableFuture.completedStage(inJournal.stream()
                .filter(item -> item.parent() == folder && item.id() > after)
                .limit(limit)
                .toList());
    }

    @Override
    public void onFinished(Consumer<List<TransferItem>> listener) {
        // The window sees what is finished in the snapshots.
    }

    @Override
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
