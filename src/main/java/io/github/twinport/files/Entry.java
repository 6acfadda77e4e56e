// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a folder, local or remote. Immutable; any thread.
 *
 * @param name the name inside its folder, always plain (see {@link EntryName#isPlain})
 * @param kind what it is
 * @param size its exact length in bytes, or {@link #UNKNOWN_SIZE}
 * @param modified when it was last changed, null where the listing did not tell
 * @param permissions the permissions as the listing shows them ({@code rwxr-xr-x}, MLSD's perm fact), empty if none
 * @param owner the owner's name or number, empty where not told
 * @param group the group's name or number, empty where not told
 * @param linkTarget what a link points to as the listing shows it, null for anything else
 * @param details what few listings tell
 */
public record Entry(
        String name,
        EntryKind kind,
        long size,
        @Nullable Timestamp modified,
        String permissions,
        String owner,
        String group,
        @Nullable String linkTarget,
        EntryDetails details) {

    /** The size of an entry whose listing does not tell it. */
    public static final long UNKNOWN_SIZE = -1;

    /**
     * Refuses a name that is a path.
     *
     * @throws IllegalArgumentException when the name is not plain
     */
    public Entry {
        if (!EntryName.isPlain(name)) {
            throw new IllegalArgumentException("not a name: " + EntryName.escaped(name));
        }
    }

    /**
     * An entry without {@linkplain EntryDetails details}.
     *
     * @throws IllegalArgumentException when the name is not plain
     */
    public Entry(
            String name,
            EntryKind kind,
            long size,
            @Nullable Timestamp modified,
            String permissions,
            String owner,
            String group,
            @Nullable String linkTarget) {
        this(name, kind, size, modified, permissions, owner, group, linkTarget, EntryDetails.NONE);
    }

    /** An entry of which only name and kind are known. */
    public static Entry named(String name, EntryKind kind) {
        return new Entry(name, kind, UNKNOWN_SIZE, null, "", "", "", null);
    }

    /** The same with another time. */
    public Entry withModified(@Nullable Timestamp other) {
        return new Entry(name, kind, size, other, permissions, owner, group, linkTarget, details);
    }

    /**
     * The same under another name.
     *
     * @throws IllegalArgumentException when the name is not plain
     */
    public Entry withName(String other) {
        return new Entry(other, kind, size, modified, permissions, owner, group, linkTarget, details);
    }

    Entry withDetails(EntryDetails other) {
        return new Entry(name, kind, size, modified, permissions, owner, group, linkTarget, other);
    }

    /**
     * Its name as a person may safely see it (see {@link EntryName#escaped}), read in the charset of its folder where it is
     * not UTF-8.
     */
    public String shownName() {
        return EntryName.escaped(name, details.charset());
    }

    /** What it points to as a person may safely see it; the empty text where nobody tells or it is no link. */
    public String shownTarget() {
        return linkTarget == null ? "" : EntryName.escaped(linkTarget, details.charset());
    }

    /** Its length in bytes for people to see and to sort by: rounded where the listing tells no better. */
    public long shownSize() {
        return size == UNKNOWN_SIZE ? details.roundedSize() : size;
    }

    /** Whether it is a folder. */
    public boolean isFolder() {
        return kind == EntryKind.FOLDER;
    }
}
