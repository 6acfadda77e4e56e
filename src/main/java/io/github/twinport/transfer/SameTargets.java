// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what would have the same target among all that the user has asked for. Guarded by the queue's lock. */
final class SameTargets {

    /** The folder into which something goes, and its name there as those see it that ignore case. */
    private record Place(@Nullable ServerKey server, Object folder, Spelling name) {

        static Place of(TransferRequest request) {
            return switch (request.direction()) {
                case DOWNLOAD ->
                    new Place(
                            null,
                            Objects.requireNonNullElse(request.local().getParent(), request.local()),
                            Spelling.of(LocalTarget.name(request.local())));
                case UPLOAD ->
                    new Place(
                            ServerKey.of(request),
                            Objects.requireNonNullElse(request.remote().parent(), request.remote()),
                            Spelling.of(request.remote().name()));
            };
        }
    }

    private final Map<Place, Node> places = new HashMap<>();
    private final List<Node> folders = new ArrayList<>();
    private final List<Node> all = new ArrayList<>();

    /** Knows what of the top level is not finished. */
    SameTargets(List<Node> top) {
        top.stream().filter(node -> !FolderState.isFinished(node)).forEach(this::add);
    }

    /** Lets all look in the last moment that are inside another, or another inside them. */
    static void markOverlaps(List<Node> top) {
        SameTargets targets = new SameTargets(List.of());
        top.stream().filter(node -> !FolderState.isFinished(node)).forEach(targets::add);
    }

    /** The one that goes to the same place as a request, or to one that some take for the same; null for none. */
    @Nullable
    Node other(TransferRequest request) {
        return places.get(Place.of(request));
    }

    /** Whether two have really the same target. */
    static boolean isSame(TransferRequest one, TransferRequest other) {
        return one.direction() == other.direction()
                && switch (one.direction()) {
                    case DOWNLOAD -> one.local().equals(other.local());
                    case UPLOAD -> one.remote().equals(other.remote());
                };
    }

    /** Takes note of a new one; where it is inside another, or another inside it, both look in the last moment. */
    void add(Node node) {
        for (Node other : node.isFolder() ? all : folders) {
            if (isInside(node.request(), other.request()) || isInside(other.request(), node.request())) {
                node.overlaps = true;
                other.overlaps = true;
            }
        }
        places.putIfAbsent(Place.of(node.request()), node);
        all.add(node);
        if (node.isFolder()) {
            folders.add(node);
        }
    }

    private static boolean isInside(TransferRequest one, TransferRequest other) {
        return one.direction() == other.direction()
                && switch (one.direction()) {
                    case DOWNLOAD -> one.local().startsWith(other.local());
                    case UPLOAD ->
                        ServerKey.of(one).equals(ServerKey.of(other))
                                && one.remote().startsWith(other.remote());
                };
    }
}
