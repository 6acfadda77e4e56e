// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

/** Where in a line of MLSD or MLST the facts end and the name begins. */
final class FactSplit {

    private FactSplit() {}

    /**
     * The index behind the one blank that follows the last fact's semicolon, or {@link Digits#NONE}. The blank is
     * looked for behind a semicolon, because the target of a link, which stands in its type fact, may hold blanks.
     */
    static int nameBegin(String text) {
        if (text.startsWith(" ")) {
            return 1;
        }
        int blank = text.indexOf(' ');
        while (blank > 0 && text.charAt(blank - 1) != ';') {
            blank = text.indexOf(' ', blank + 1);
        }
        return blank > 0 ? blank + 1 : Digits.NONE;
    }
}
