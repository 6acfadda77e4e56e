// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An absolute path on a server in the slash notation that FTP servers use for CWD, RETR and PWD.
 *
 * <p>Segments are names exactly as the server gave them. A byte of a name that the session's charset could not decode
 * stands in it as a lone surrogate (see {@code WireCharset}), so that every name can be sent back byte for byte.
 * Immutable; any thread.
 *
 * @param segments the names from the root down; empty for the root itself
 */
public record RemotePath(List<String> segments) implements Comparable<RemotePath> {

    /** The root folder of a server. */
    public static final RemotePath ROOT = new RemotePath(List.of());

    /**
     * Makes a path of names.
     *
     * @throws IllegalArgumentException when a name is no plain entry name
     */
    public RemotePath {
        segments = List.copyOf(segments);
        for (String segment : segments) {
            if (!EntryName.isPlain(segment)) {
                throw new IllegalArgumentException("not a name: " + EntryName.escaped(segment));
            }
        }
    }

    /**
     * Reads a path as PWD or a user states it. Empty and {@code .} segments are dropped, {@code ..} goes up and stops
     * at the root; a missing leading slash is assumed.
     *
     * @throws IllegalArgumentException when the text holds CR, LF or NUL
     */
    public static RemotePath of(String text) {
        List<String> segments = new ArrayList<>();
        for (String segment : text.split("/", -1)) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> {
                    if (!segments.isEmpty()) {
                        segments.removeLast();
                    }
                }
                default -> segments.add(segment);
            }
        }
        return new RemotePath(segments);
    }

    /**
     * The entry of this folder that has the given name.
     *
     * @throws IllegalArgumentException when it is no plain entry name (a separator, {@code ..}, NUL …)
     */
    public RemotePath child(String name) {
        List<String> longer = new ArrayList<>(segments.size() + 1);
        longer.addAll(segments);
        longer.add(name);
        return new RemotePath(longer);
    }

    /** The folder that holds this entry, or null for the root. */
    public @Nullable RemotePath parent() {
        return segments.isEmpty() ? null : new RemotePath(segments.subList(0, segments.size() - 1));
    }

    /** The last name, or the empty text for the root. */
    public String name() {
        return segments.isEmpty() ? "" : segments.getLast();
    }

    /** Whether this is the given folder or anything inside it. */
    public boolean startsWith(RemotePath folder) {
        return segments.size() >= folder.segments.size()
                && segments.subList(0, folder.segments.size()).equals(folder.segments);
    }

    @Override
    public int compareTo(RemotePath other) {
        return toString().compareTo(other.toString());
    }

    /** The path as commands name it: {@code /}, {@code /a/b}. */
    @Override
    public String toString() {
        return "/" + String.join("/", segments);
    }
}
