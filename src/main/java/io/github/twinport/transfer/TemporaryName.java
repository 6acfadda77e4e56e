// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The name under which a file grows beside its target until it is complete and checked, here and on servers. */
public final class TemporaryName {

    private static final String END = ".twinport-part";

    /** Longest name in bytes on ext4, XFS, Btrfs and ZFS; NTFS and APFS allow as many characters. */
    private static final int LONGEST = 255;

    private TemporaryName() {}

    /** The temporary name for a target's name; always the same one, so that a later attempt finds it. */
    public static String of(String name) {
        String plain = "." + name + END;
        if (bytes(plain) <= LONGEST) {
            return plain;
        }
        String digest = String.format(Locale.ROOT, "-%08x", name.hashCode());
        int room = LONGEST - 1 - digest.length() - END.length();
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
        return "." + name.substring(0, end) + digest + END;
    }

    /** Whether a name is one that {@link #of} makes: what is under it is not complete. */
    public static boolean isTemporary(String name) {
        return name.length() > END.length() + 1 && name.startsWith(".") && name.endsWith(END);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
