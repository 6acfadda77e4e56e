// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.TransferItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Rows of opened folders that the queue does not hold in memory, read a thousand at a time as the user comes to them.
 * JavaFX thread only.
 */
final class FolderPages {

    private static final int PAGE = 1_000;

    /** Reads rows of a folder, by id, after one. */
    @FunctionalInterface
    interface Reader {
        CompletionStage<List<TransferItem>> read(long folder, long after, int limit);
    }

    private final Reader reader;
    private final Executor fx;
    private final Runnable changed;
    private final Map<Long, Page> pages = new HashMap<>();

    /**
     * No folder is open.
     *
     * @param reader is asked for rows
     * @param fx runs work on the JavaFX thread
     * @param changed is told when rows have come
     */
    FolderPages(Reader reader, Executor fx, Runnable changed) {
        this.reader = reader;
        this.fx = fx;
        this.changed = changed;
    }

    /** The first rows of a folder as they were when they were last read; empty before that. */
    List<TransferItem> items(long folder) {
        return page(folder).items;
    }

    /** Whether these are all rows of the folder. */
    boolean isWhole(long folder) {
        return page(folder).items.size() < page(folder).limit;
    }

    /** Reads a folder's rows again, unless they are being read. */
    void reload(long folder) {
        Page page = page(folder);
        if (page.loading) {
            return;
        }
        page.loading = true;
        int limit = page.limit;
        reader.read(folder, 0, limit)
                .whenCompleteAsync((items, failure) -> take(folder, page, limit, items), fx)
                .exceptionally(failure -> List.of());
    }

    /** A row has come into view: after the last one more are read. */
    void seen(TransferItem item) {
        seen(item.parent(), item);
    }

    /** A row of a folder has come into view: after the last one more are read. */
    void seen(long folder, TransferItem item) {
        Page page = pages.get(folder);
        if (page != null
                && page.items.size() >= page.limit
                && page.items.getLast().id() == item.id()) {
            page.limit += PAGE;
            reload(folder);
        }
    }

    /** Forgets all other folders. */
    void retain(Set<Long> folders) {
        pages.keySet().retainAll(folders);
    }

    private void take(long folder, Page page, int limit, @Nullable List<TransferItem> items) {
        page.loading = false;
        if (items == null || pages.get(folder) != page) {
            return;
        }
        page.items = items;
        changed.run();
        if (page.limit > limit) {
            reload(folder);
        }
    }

    private Page page(long folder) {
        return pages.computeIfAbsent(folder, id -> new Page());
    }

    private static final class Page {

        private List<TransferItem> items = List.of();
        private int limit = PAGE;
        private boolean loading;

        private Page() {}
    }
}
