// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An absolute path on a server.
 *
 * <p>Segments are names exactly as the server gave them. A byte of a name that the session's charset could not decode
 * stands in it as a lone surrogate (see {@code WireCharset}), so that every name can be sent back byte for byte.
 * Immutable; any thread.
 *
 * @param syntax how the server writes paths
 * @param segments the names from the root down; empty for the root itself
 */
public record RemotePath(PathSyntax syntax, List<String> segments) implements Comparable<RemotePath> {

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
     * Makes a path in slash notation.
     *
     * @throws IllegalArgumentException when a name is no plain entry name
     */
    public RemotePath(List<String> segments) {
        this(PathSyntax.SLASH, segments);
    }

    /**
     * Reads a path as a user states it, in the notation of OpenVMS, z/OS or Windows where it has all its marks, otherwise
     * with slashes: empty and {@code .} segments are dropped, {@code ..} goes up and stops at the root; a missing
     * leading slash is assumed.
     *
     * @throws IllegalArgumentException when the text holds CR, LF or NUL
     */
    public static RemotePath of(String text) {
        List<String> vms = VmsSyntax.segments(text);
        if (vms != null) {
            return new RemotePath(PathSyntax.VMS, vms);
        }
        List<String> mvs = MvsSyntax.segments(text);
        if (mvs != null) {
            return new RemotePath(PathSyntax.MVS, mvs);
        }
        UnrootedSyntax drive = UnrootedSyntax.ofDrive(text);
        return drive != null ? new RemotePath(drive, drive.segments(text)) : ROOT.down(text);
    }

    /**
     * Reads a path as PWD states it: the same, but one that begins with no separator is not given one, so that the server
     * gets it back as it came.
     *
     * @throws IllegalArgumentException when the text holds CR, LF or NUL
     */
    public static RemotePath stated(String text) {
        RemotePath path = of(text);
        UnrootedSyntax unrooted = path.syntax.equals(PathSyntax.SLASH) ? UnrootedSyntax.ofStated(text) : null;
        return unrooted == null ? path : new RemotePath(unrooted, unrooted.segments(text));
    }

    /**
     * Reads what a user typed while in this folder: a whole path, or one that counts from here.
     *
     * @throws IllegalArgumentException when the text holds CR, LF or NUL
     */
    public RemotePath resolve(String text) {
        if (text.startsWith("/")) {
            return ROOT.down(text);
        }
        if (syntax instanceof UnrootedSyntax unrooted
                && segments.getFirst()
                        .equals(unrooted.segments(text).stream().findFirst().orElse(""))) {
            return new RemotePath(syntax, unrooted.segments(text));
        }
        return syntax.equals(PathSyntax.SLASH) || of(text).syntax.equals(PathSyntax.SLASH) ? down(text) : of(text);
    }

    /** Whether this path begins as one of a drive would after a slash: {@code /C:/data}. */
    public boolean mayBeOfDrive() {
        return syntax.equals(PathSyntax.SLASH)
                && !segments.isEmpty()
                && UnrootedSyntax.ofDrive(segments.getFirst() + "/") != null;
    }

    /** The path of a drive that {@link #mayBeOfDrive}, written as the home on such a server; the same where home has a root. */
    public RemotePath writtenAs(RemotePath home) {
        return home.syntax instanceof UnrootedSyntax unrooted && mayBeOfDrive()
                ? new RemotePath(
                        unrooted,
                        segments.stream()
                                .flatMap(segment -> unrooted.segments(segment).stream())
                                .toList())
                : this;
    }

    private RemotePath down(String text) {
        List<String> longer = new ArrayList<>(segments);
        String slashes = syntax.equals(PathSyntax.BACKSLASH) ? text.replace('\\', '/') : text;
        for (String segment : slashes.split("/", -1)) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> {
                    if (longer.size() > syntax.topLength()) {
                        longer.removeLast();
                    }
                }
                default -> longer.add(segment);
            }
        }
        return new RemotePath(syntax, longer);
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
        return new RemotePath(syntax, longer);
    }

    /** The folder that holds this entry, or null for the topmost folder. */
    public @Nullable RemotePath parent() {
        return segments.size() <= syntax.topLength()
                ? null
                : new RemotePath(syntax, segments.subList(0, segments.size() - 1));
    }

    /** The last name, or the empty text for the root. */
    public String name() {
        return segments.isEmpty() ? "" : segments.getLast();
    }

    /** Whether this is the given folder or anything inside it. */
    public boolean startsWith(RemotePath folder) {
        return syntax.equals(folder.syntax)
                && segments.size() >= folder.segments.size()
                && segments.subList(0, folder.segments.size()).equals(folder.segments);
    }

    @Override
    public int compareTo(RemotePath other) {
        return toString().compareTo(other.toString());
    }

    /** The path as commands for folders name it: {@code /}, {@code /a/b}, {@code DISK:[A.B]}. */
    public String folderText() {
        return syntax.folder(segments);
    }

    /** The path as commands for files name it: {@code /}, {@code /a/b}, {@code DISK:[A]B}. */
    @Override
    public String toString() {
        return syntax.file(segments);
    }
}
