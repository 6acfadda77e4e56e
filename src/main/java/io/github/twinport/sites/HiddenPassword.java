// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the passwords that a user typed into arguments out of texts about them, wherever they were typed:
 * {@code ftp://user:PASSWORD@host} as well as {@code user:PASSWORD@host} in the place of a file or a saved site. Hides
 * rather too much than too little. Immutable; any thread.
 */
public final class HiddenPassword {

    private static final String MASK = "***";

    /** Up to the last at sign: a password may hold one. */
    private static final Pattern LOGIN =
            Pattern.compile("(?:[A-Za-z0-9+.-]+=)?(?:[A-Za-z0-9+.-]+://|site:(?://)?)?[^:@]*(:.*)@", Pattern.DOTALL);

    /** The same in a text in which nobody knows where a word ends. */
    private static final Pattern LOGIN_IN_TEXT = Pattern.compile("://([^:/@\\s]*):\\S*@");

    private final List<String> passwords = new ArrayList<>();

    /** Hides the passwords of arguments. */
    public HiddenPassword(List<String> arguments) {
        for (String argument : arguments) {
            Matcher login = LOGIN.matcher(argument);
            if (login.lookingAt()) {
                add(login.group(1));
                String decoded = PercentCode.decode(login.group(1));
                add(decoded == null ? "" : decoded);
            }
        }
    }

    private void add(String password) {
        if (password.length() > 1) {
            passwords.add(password);
        }
    }

    /** The text without the passwords. */
    public String in(String text) {
        String hidden = text;
        for (String password : passwords) {
            hidden = hidden.replace(password + "@", ":" + MASK + "@");
        }
        return LOGIN_IN_TEXT.matcher(hidden).replaceAll("://$1:" + MASK + "@");
    }
}
