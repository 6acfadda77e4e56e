// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.transfer.TransferItem;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One row of the table of transfers: the same object as long as its item is in the queue. JavaFX thread only. */
final class TransferRow {

    private final ReadOnlyObjectWrapper<TransferItem> item;
    private final int depth;

    /**
     * A row.
     *
     * @param item what it shows at first
     * @param depth how many folders of the queue it lies in
     */
    TransferRow(TransferItem item, int depth) {
        this.item = new ReadOnlyObjectWrapper<>(item);
        this.depth = depth;
    }

    long id() {
        return item().id();
    }

    int depth() {
        return depth;
    }

    boolean isFolder() {
        return item().request().folder();
    }

    TransferItem item() {
        return item.get();
    }

    ReadOnlyObjectProperty<TransferItem> itemProperty() {
        return item.getReadOnlyProperty();
    }

    void update(TransferItem latest) {
        item.set(latest);
    }
}
