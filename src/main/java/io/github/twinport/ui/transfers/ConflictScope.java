// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.transfers;

import io.github.twinport.files.RemotePath;
import io.github.twinport.transfer.Conflict;
import io.github.twinport.transfer.Direction;
import io.github.twinport.transfer.TransferRequest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** To which conflicts a decision applies, seen from those that are selected. */
enum ConflictScope {
    /** The selected ones. */
    SELECTED,
    /** All whose targets are in the same folder as a selected one's. */
    FOLDER,
    /** All whose source differs from its target as a selected one's does, for instance newer and larger. */
    ALIKE,
    /** All. */
    ALL;

    private record Folder(
            Direction direction,
            @Nullable Path local,
            String host,
            @Nullable RemotePath remote) {

        static Folder of(Conflict conflict) {
            TransferRequest request = conflict.request();
            return request.direction() == Direction.DOWNLOAD
                    ? new Folder(request.direction(), request.local().getParent(), "", null)
                    : new Folder(
                            request.direction(),
                            null,
                            request.connection().server().hostAndPort(),
                            request.remote().parent());
        }
    }

    /** Which conflicts are in the scope; later ones of the same kind too. */
    Predicate<Conflict> around(Collection<Conflict> selected) {
        return switch (this) {
            case SELECTED -> sameAs(selected, Conflict::item);
            case FOLDER -> sameAs(selected, Folder::of);
            case ALIKE -> sameAs(selected, Conflict::comparison);
            case ALL -> conflict -> true;
        };
    }

    private static <T> Predicate<Conflict> sameAs(Collection<Conflict> selected, Function<Conflict, T> feature) {
        Set<T> wanted = new HashSet<>();
        selected.forEach(conflict -> wanted.add(feature.apply(conflict)));
        return conflict -> wanted.contains(feature.apply(conflict));
    }
}
