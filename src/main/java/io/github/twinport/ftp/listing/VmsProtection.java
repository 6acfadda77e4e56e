// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** What system, owner, group and world may do with a file of VMS: {@code (RWED,RWED,RE,)}. */
final class VmsProtection {

    private static final int COMMAS = 3;

    private VmsProtection() {}

    static boolean is(String text) {
        if (text.length() < COMMAS + 2 || text.charAt(0) != '(' || text.charAt(text.length() - 1) != ')') {
            return false;
        }
        int commas = 0;
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == ',') {
                commas++;
            } else if ("RWED".indexOf(c) < 0) {
                return false;
            }
        }
        return commas == COMMAS;
    }
}
