// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Links;
import io.github.twinport.cli.plan.Selection;
import io.github.twinport.files.RemotePath;
import io.github.twinport.transfer.EntryFilter;
import io.github.twinport.transfer.TransferRequest;
import java.util.List;

/** Lets a queue take only what a selection means. Any thread. */
final class SelectedEntries implements EntryFilter {

    private final List<RemotePath> roots;
    private final Selection selection;
    private final long mostEntries;

    private SelectedEntries(List<RemotePath> roots, Selection selection, long mostEntries) {
        this.mostEntries = mostEntries;
        this.roots = roots;
        this.selection = selection;
    }

    /** The filter for the folders that are asked for; paths count from each of them. */
    static EntryFilter of(List<TransferRequest> requests, Selection selection, long mostEntries) {
        return new SelectedEntries(
                requests.stream().map(TransferRequest::remote).toList(), selection, mostEntries);
    }

    @Override
    public boolean accepts(TransferRequest entry, boolean link) {
        return selection.isEverything()
                || (!(link && selection.links() != Links.FOLLOW)
                        && selection.accepts(path(entry.remote()), entry.folder()));
    }

    @Override
    public long mostEntries() {
        return mostEntries;
    }

    @Override
    public boolean entersRemoteLinks() {
        return selection.links() == Links.FOLLOW;
    }

    private String path(RemotePath remote) {
        int above = roots.stream()
                .filter(remote::startsWith)
                .mapToInt(root -> root.segments().size())
                .max()
                .orElse(0);
        List<String> names = remote.segments();
        return String.join("/", names.subList(above, names.size()));
    }
}
