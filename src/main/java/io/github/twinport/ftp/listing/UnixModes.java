// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import org.jspecify.annotations.Nullable;

/** Turns octal modes ({@code 0664}) into the form that listings show ({@code rw-rw-r--}), each only once. */
final class UnixModes {

    private static final int MODES = 010_000;
    private static final String BITS = "rwxrwxrwx";

    private @Nullable String @Nullable [] known;

    /** The permissions that the octal number in the region means, or the empty text if it is none. */
    String of(String text, int begin, int end) {
        if (end - begin < 3 || end - begin > 7) {
            return "";
        }
        int mode = 0;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '7') {
                return "";
            }
            mode = (mode << 3 | c - '0') & (MODES - 1);
        }
        @Nullable String[] shown = known == null ? new @Nullable String[MODES] : known;
        known = shown;
        String permissions = shown[mode];
        if (permissions == null) {
            permissions = symbolic(mode);
            shown[mode] = permissions;
        }
        return permissions;
    }

    private static String symbolic(int mode) {
        char[] shown = new char[BITS.length()];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = (mode & (0400 >> i)) == 0 ? '-' : BITS.charAt(i);
        }
        special(shown, 2, (mode & 04000) != 0, 's');
        special(shown, 5, (mode & 02000) != 0, 's');
        special(shown, 8, (mode & 01000) != 0, 't');
        return new String(shown);
    }

    private static void special(char[] shown, int index, boolean set, char sign) {
        if (set) {
            shown[index] = shown[index] == 'x' ? sign : Character.toUpperCase(sign);
        }
    }
}
