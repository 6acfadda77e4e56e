// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli.plan;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.files.EntryName;
import io.github.twinport.files.Precision;
import io.github.twinport.files.Timestamp;
import io.github.twinport.transfer.LinkGuard;
import io.github.twinport.transfer.LinkInTheWayException;
import io.github.twinport.transfer.LinkLoop;
import io.github.twinport.transfer.LocalNames;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A folder of this computer. */
public final class LocalTree implements Tree {

    private final Path root;
    private final boolean asTarget;
    private final LinkGuard guard;

    /**
     * The tree of a folder.
     *
     * @param root the folder; need not exist
     * @param asTarget whether downloads go there, so that names may stand for others (see {@link LocalNames})
     */
    public LocalTree(Path root, boolean asTarget) {
        this.root = root;
        this.asTarget = asTarget;
        guard = new LinkGuard(root);
    }

    @Override
    public Optional<Contents> list(String path) throws IOException {
        Path folder = at(path);
        if (asTarget) {
            guard.demandNoLink(folder);
        }
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        boolean complete = true;
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            for (Path found : paths) {
                Entry entry = entry(found);
                complete &= entry != null;
                if (entry != null) {
                    entries.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return Optional.of(new Contents(entries, complete ? null : new IncompleteListingException()));
    }

    @Override
    public Optional<Entry> follow(String path, Entry link) throws IOException {
        Path found = at(path);
        if (!Files.exists(found) || (Files.isDirectory(found) && LinkLoop.isAt(found))) {
            return Optional.empty();
        }
        return Optional.of(entry(link.name(), Files.readAttributes(found, BasicFileAttributes.class)));
    }

    @Override
    public Optional<Entry> look(String path, Entry source) throws IOException {
        Path found = at(path);
        return Files.exists(found, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(entry(
                        source.name(),
                        Files.readAttributes(found, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)))
                : Optional.empty();
    }

    @Override
    public String nameElsewhere(String name, Predicate<String> isThere) {
        return asTarget ? name : LocalNames.HERE.onServer(name, isThere);
    }

    /** The place of a path. */
    public Path at(String path) {
        Path place = root;
        if (!path.isEmpty()) {
            for (String name : path.split("/", -1)) {
                place = asTarget ? LocalNames.HERE.resolve(place, name) : place.resolve(name);
            }
        }
        return place;
    }

    /**
     * Looks at the folders that lead to a path of a target.
     *
     * @throws LinkInTheWayException when one of them is a link, which may lead anywhere
     */
    public void demandNoLinkAbove(String path) throws IOException {
        int end = path.lastIndexOf('/');
        if (end >= 0) {
            guard.demandNoLink(at(path.substring(0, end)));
        }
    }

    /** Null where the name can stand on no server, or cannot be read. */
    private @Nullable Entry entry(Path found) throws IOException {
        String name = String.valueOf(found.getFileName());
        String original = asTarget ? LocalNames.HERE.original(name) : name;
        if (!EntryName.isPlain(original) || !LocalNames.isReadable(found)) {
            return null;
        }
        return entry(original, Files.readAttributes(found, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    private static Entry entry(String name, BasicFileAttributes attributes) {
        Timestamp modified = new Timestamp(attributes.lastModifiedTime().toInstant(), Precision.FRACTION);
        return new Entry(name, kind(attributes), attributes.size(), modified, "", "", "", null);
    }

    private static EntryKind kind(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return EntryKind.LINK;
        }
        if (attributes.isDirectory()) {
            return EntryKind.FOLDER;
        }
        return attributes.isRegularFile() ? EntryKind.FILE : EntryKind.OTHER;
    }
}
