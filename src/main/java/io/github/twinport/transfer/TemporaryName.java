// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the names under which Twinport keeps files beside their targets, here and on servers, of this version and of
 * older ones: what grows until it is complete and checked, and what stood at a target until its successor is in its
 * place. Nothing under such a name is a user's file. {@link TemporaryNames} makes them.
 */
public final class TemporaryName {

    private static final String MARK = "twinport-";
    static final String PART = "twinport-part";
    static final String ASIDE = "twinport-old";

    /** Longest name in bytes on ext4, XFS, Btrfs and ZFS; NTFS and APFS allow as many characters. */
    private static final int LONGEST = 255;

    private static final String TOKEN = "([a-z2-7]{5})-[a-z2-7]{8}";

    /** {@code .NAME.twinport-part} without a token is what versions up to 0.1 made. */
    private static final Pattern LAST =
            Pattern.compile(".*\\." + TOKEN + "\\.(" + PART + "|" + ASIDE + ")|\\..+\\." + PART, Pattern.DOTALL);

    private static final Pattern FIRST =
            Pattern.compile("(" + PART + "|" + ASIDE + ")-" + TOKEN + "-.+", Pattern.DOTALL);

    private TemporaryName() {}

    /** The temporary name of older versions for a target's name. */
    public static String of(String name) {
        String plain = "." + name + "." + PART;
        if (bytes(plain) <= LONGEST) {
            return plain;
        }
        String digest = String.format(Locale.ROOT, "-%08x.", name.hashCode());
        return "." + beginning(name, LONGEST - 1 - digest.length() - PART.length()) + digest + PART;
    }

    /** Whether a name in any folder is one of ours: what is under it is incomplete, or only waits for its successor. */
    public static boolean isTemporary(String name) {
        // Listings of a million names are looked through, and hardly one is meant.
        return name.contains(MARK)
                && (LAST.matcher(name).matches() || FIRST.matcher(name).matches());
    }

    /** Whether a file on a server has a name of ours, also where the server has only short names. */
    public static boolean isTemporary(RemotePath path) {
        return isTemporary(path.name()) || path.syntax().isTemporaryName(path.name());
    }

    /** Whether a name is one under which what stood at a target waits for its successor. */
    public static boolean isAside(String name) {
        return isTemporary(name) && (name.endsWith("." + ASIDE) || name.startsWith(ASIDE + "-"));
    }

    /** Which job made a name, see {@link TemporaryNames#owner}; nothing where the name does not say so. */
    public static Optional<String> owner(String name) {
        Matcher last = LAST.matcher(name);
        if (last.matches()) {
            return Optional.ofNullable(last.group(1));
        }
        Matcher first = FIRST.matcher(name);
        return first.matches() ? Optional.of(first.group(2)) : Optional.empty();
    }

    /** As many characters of the beginning of a name as leave room for the rest of a temporary name. */
    static String beginningOf(String name, int rest) {
        return beginning(name, LONGEST - rest);
    }

    /** As many characters of the end of a name as leave room for the rest of a temporary name. */
    static String endOf(String name, int rest) {
        int begin = 0;
        while (bytes(name.substring(begin)) > LONGEST - rest) {
            begin += Character.charCount(name.codePointAt(begin));
        }
        return name.substring(begin);
    }

    private static String beginning(String name, int room) {
        int length = 0;
        int end = 0;
        while (end < name.length()) {
            int c = name.codePointAt(end);
            length += bytes(Character.toString(c));
            if (length > room) {
                break;
            }
            end += Character.charCount(c);
        }
        return name.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
