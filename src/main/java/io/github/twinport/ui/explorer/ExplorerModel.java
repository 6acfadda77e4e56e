// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.ftp.listing.Listing;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.transfer.Explanation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What one file pane shows and where it is; knows no controls. All methods are called on the JavaFX thread. Reading and
 * sorting happen elsewhere, and of several folders asked for only the last one is shown.
 */
public final class ExplorerModel {

    private final Side side;
    private final Executor fx;
    private final Executor worker;
    private final Explainer explainer;

    private final ReadOnlyObjectWrapper<PaneState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new PaneState.Detached());
    private final ReadOnlyObjectWrapper<@Nullable Location> location = new ReadOnlyObjectWrapper<>(this, "location");
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown", Shown.NOTHING);
    private final ReadOnlyObjectWrapper<List<Entry>> selection =
            new ReadOnlyObjectWrapper<>(this, "selection", List.of());
    private final ObjectProperty<Explanation> failure = new SimpleObjectProperty<>(this, "failure");
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final History history = new History();

    private volatile RowOrder order = RowOrder.BY_NAME;
    private @Nullable PaneFiles files;
    private @Nullable CompletableFuture<?> running;
    private long visit;
    private long edition;
    private List<Row> rows = List.of();
    private Unread unread = Unread.NOTHING;

    /**
     * A pane without files.
     *
     * @param side whose files it will show
     * @param fx the JavaFX thread
     * @param worker where rows are sorted, never the JavaFX thread outside of tests
     * @param explainer makes sentences of failures
     */
    public ExplorerModel(Side side, Executor fx, Executor worker, Explainer explainer) {
        this.side = side;
        this.fx = fx;
        this.worker = worker;
        this.explainer = explainer;
        filter.subscribe(text -> publish(null));
    }

    /** Whose files it shows. */
    public Side side() {
        return side;
    }

    /** What the pane is doing. */
    public ReadOnlyObjectProperty<PaneState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The folder that is shown or being read; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable Location> locationProperty() {
        return location.getReadOnlyProperty();
    }

    /** The entries that the user selected, in the order of the rows. */
    public ReadOnlyObjectProperty<List<Entry>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** The text of the quick filter, empty for none; {@code *} and {@code ?} stand for any text and any character. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** Takes the files of a side and shows the given folder of it, or its start folder. */
    public void attach(PaneFiles side, @Nullable Location folder) {
        detach();
        files = side;
        if (folder != null) {
            load(side, folder, null);
            return;
        }
        state.set(new PaneState.Loading(null));
        long mine = visit;
        CompletableFuture<Location> start = side.start();
        running = start;
        whenDone(start, (found, problem) -> {
            if (mine == visit && problem == null) {
                load(side, found, null);
            } else if (mine == visit) {
                fail(problem);
            }
        });
    }

    /** Shows nothing any more, as after a disconnect. */
    public void detach() {
        abandon();
        files = null;
        history.clear();
        location.set(null);
        rows = List.of();
        unread = Unread.NOTHING;
        shown.set(Shown.NOTHING);
        filter.set("");
        state.set(new PaneState.Detached());
    }

    /** Shows another folder. */
    public void goTo(Location folder) {
        goTo(folder, null);
    }

    /** Shows the folder that a typed path names; a text that cannot be a path is a failure that is told. */
    public void goToTyped(String path) {
        if (files != null && !path.isBlank()) {
            try {
                goTo(files.locate(path, location.get()));
            } catch (IllegalArgumentException noPath) {
                tell(noPath);
            }
        }
    }

    /** Shows the folder above and selects the one that was left. */
    public void up() {
        Location from = location.get();
        Location parent = from == null ? null : from.parent();
        if (from != null && parent != null) {
            goTo(parent, from.name());
        }
    }

    /** Shows the folder that was shown before. */
    public void back() {
        travel(history::back);
    }

    /** Shows the folder from which the user went back. */
    public void forward() {
        travel(history::forward);
    }

    /** Whether there is a folder to go back to. */
    public boolean canGoBack() {
        return history.canGoBack();
    }

    /** Whether there is a folder to go forward to. */
    public boolean canGoForward() {
        return history.canGoForward();
    }

    /** Reads the folder again; what is selected stays selected. */
    public void refresh() {
        refresh(null);
    }

    /** Stops reading and shows what was shown before, if anything. */
    public void stop() {
        Location before = shown.get().folder();
        if (state.get() instanceof PaneState.Loading && before != null) {
            abandon();
            location.set(before);
            state.set(new PaneState.Ready());
        }
    }

    /** Makes a folder here, then shows and selects it. */
    public void makeFolder(String name) {
        change((side, folder) -> side.makeFolder(folder, name), name);
    }

    /** Gives an entry another name and selects it. */
    public void rename(Entry entry, String name) {
        change((side, folder) -> side.rename(folder, entry.name(), name), name);
    }

    /** Deletes entries, folders with all they hold. */
    public void delete(List<Entry> entries) {
        change((side, folder) -> side.delete(folder, entries), null);
    }

    /** The last change that failed; set anew for each. */
    ObjectProperty<Explanation> failureProperty() {
        return failure;
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    void select(List<Entry> entries) {
        selection.set(List.copyOf(entries));
    }

    /** Whether the rows are those of the folder that the pane is in, so that they can be acted upon. */
    boolean isSettled() {
        Location folder = location.get();
        return state.get() instanceof PaneState.Ready
                && folder != null
                && folder.equals(shown.get().folder());
    }

    Set<String> names() {
        return rows.stream().map(row -> row.entry().name()).collect(Collectors.toSet());
    }

    RowOrder order() {
        return order;
    }

    void sortBy(RowOrder newOrder) {
        order = newOrder;
        List<Row> before = rows;
        long mine = edition;
        worker.execute(() -> {
            List<Row> sorted = RowFeed.sorted(before, newOrder);
            fx.execute(() -> {
                // Another folder or another order may have come in between.
                if (mine == edition && order.equals(newOrder)) {
                    rows = sorted;
                    publish(null);
                }
            });
        });
    }

    private void goTo(Location folder, @Nullable String focus) {
        if (files != null) {
            Location from = location.get();
            if (from != null && !from.equals(folder)) {
                history.leave(from);
            }
            load(files, folder, focus);
        }
    }

    private void travel(Function<Location, @Nullable Location> direction) {
        Location from = location.get();
        Location to = from == null || files == null ? null : direction.apply(from);
        if (from != null && to != null && files != null) {
            load(files, to, from.name());
        }
    }

    private void refresh(@Nullable String focus) {
        Location folder = location.get();
        if (files != null && folder != null) {
            load(files, folder, focus);
        } else if (files != null) {
            attach(files, null);
        }
    }

    private void load(PaneFiles from, Location folder, @Nullable String focus) {
        abandon();
        boolean again = folder.equals(shown.get().folder());
        long mine = visit;
        location.set(folder);
        state.set(new PaneState.Loading(folder));
        if (!again) {
            filter.set("");
        }
        RowFeed feed = new RowFeed(
                () -> order,
                System::nanoTime,
                snapshot -> fx.execute(() -> {
                    // While a folder is read again, its old rows stay until all new ones are there.
                    if (mine == visit && !again) {
                        show(folder, snapshot, Unread.NOTHING, null);
                    }
                }));
        var listing = from.list(folder, feed);
        running = listing;
        whenDone(listing.thenApplyAsync(read -> sorted(feed, read), worker), (sorted, problem) -> {
            if (mine == visit && problem == null) {
                finish(folder, sorted, focus);
            } else if (mine == visit) {
                fail(problem);
            }
        });
    }

    private Sorted sorted(RowFeed feed, Listing read) {
        RowOrder by = order;
        return new Sorted(feed.sorted(by), by, Unread.of(read));
    }

    private void finish(Location folder, Sorted sorted, @Nullable String focus) {
        running = null;
        show(folder, sorted.rows(), sorted.unread(), focus);
        state.set(new PaneState.Ready());
        if (!sorted.by().equals(order)) {
            sortBy(order);
        }
    }

    private void change(Change change, @Nullable String focus) {
        Location folder = location.get();
        if (files == null || folder == null) {
            return;
        }
        whenDone(change.on(files, folder), (done, problem) -> {
            if (problem != null) {
                tell(problem);
            }
            // Even a failed change may have changed a part; the user may be elsewhere by now.
            if (folder.equals(location.get())) {
                refresh(problem == null ? focus : null);
            }
        });
    }

    private <T> void whenDone(CompletionStage<T> stage, BiConsumer<? super T, ? super Throwable> then) {
        stage.whenComplete((result, problem) -> fx.execute(() -> then.accept(result, problem)));
    }

    private void show(Location folder, List<Row> newRows, Unread unreadLines, @Nullable String focus) {
        rows = newRows;
        edition++;
        unread = unreadLines;
        publishOf(folder, focus);
    }

    private void publish(@Nullable String focus) {
        Location folder = shown.get().folder();
        if (folder != null) {
            publishOf(folder, focus);
        }
    }

    private void publishOf(Location folder, @Nullable String focus) {
        List<Row> visible = filter.get().isBlank()
                ? rows
                : rows.stream().filter(RowFilter.of(filter.get())).toList();
        shown.set(new Shown(folder, visible, rows.size(), unread, focus));
    }

    private void fail(Throwable problem) {
        rows = List.of();
        unread = Unread.NOTHING;
        shown.set(Shown.NOTHING);
        state.set(new PaneState.Failed(explainer.explain(problem)));
    }

    private void tell(Throwable problem) {
        // The same failure twice is told twice.
        failure.set(null);
        failure.set(explainer.explain(problem));
    }

    private void abandon() {
        visit++;
        if (running != null) {
            running.cancel(true);
            running = null;
        }
    }

    private record Sorted(List<Row> rows, RowOrder by, Unread unread) {}

    @FunctionalInterface
    private interface Change {
        CompletableFuture<?> on(PaneFiles side, Location folder);
    }
}
