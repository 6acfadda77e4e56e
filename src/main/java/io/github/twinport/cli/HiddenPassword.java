// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.util.regex.Pattern;

/** Takes passwords of URLs out of texts of unknown origin. */
final class HiddenPassword {

    /** Up to the last at sign of the word: a password may hold one, and hiding too much does no harm. */
    private static final Pattern LOGIN = Pattern.compile("://([^:/@\\s]*):\\S*@");

    private HiddenPassword() {}

    static String in(String text) {
        return LOGIN.matcher(text).replaceAll("://$1:***@");
    }
}
