// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a server may write a secret that it was told. */
final class SecretForms {

    private static final int LONGEST_LINE_START = 4;

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private SecretForms() {}

    /** All ways to write a secret, in lower case. */
    static Set<String> of(String secret, Charset charset) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(lower(secret));
        if (secret.length() > 3) {
            forms.add(lower(
                    Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8))));
        }
        if (secret.chars().allMatch(c -> c < 0x80)) {
            return forms;
        }
        for (Charset sent : List.of(charset, StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            byte[] bytes = sent.canEncode() ? secret.getBytes(sent) : new byte[0];
            for (Charset read : List.of(StandardCharsets.ISO_8859_1, WESTERN, charset)) {
                forms.add(lower(new String(bytes, read)));
            }
            forms.add(lower(new WireCharset(StandardCharsets.US_ASCII).decode(bytes, 0, bytes.length)));
        }
        for (String unknown : new String[] {"?", "??", "_", "\uFFFD", "\uFFFD\uFFFD"}) {
            forms.add(lower(secret.replaceAll("[^\\x00-\\x7F]", unknown)));
        }
        forms.remove("");
        return forms;
    }

    /**
     * Where a secret ends that begins at a place of a text: each character as it is or percent-encoded, and line ends with
     * the reply's code behind them between any two.
     *
     * @return negative where the secret does not stand there
     */
    static int end(String form, String text, int start) {
        int at = start;
        for (int i = 0; i < form.length(); i++) {
            at = i == 0 ? at : behindLineEnd(text, at);
            if (at >= text.length()) {
                return -1;
            }
            char wanted = form.charAt(i);
            char found = text.charAt(at);
            if (Character.toLowerCase(found) == wanted || (found == '+' && wanted == ' ')) {
                at++;
            } else if (found == '%' && Character.toLowerCase(escaped(text, at)) == wanted) {
                at += 3;
            } else {
                return -1;
            }
        }
        return at;
    }

    /** The character that an escape stands for, or the percent sign where it is none. */
    private static char escaped(String text, int at) {
        int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
        return high < 0 || low < 0 ? '%' : (char) (high * 16 + low);
    }

    /** Where the words of the next line begin; the place itself where no line ends there. */
    static int behindLineEnd(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '\n') {
            return at;
        }
        int next = at + 1;
        int digits = 0;
        while (next + digits < text.length() && digits < 3 && isDigit(text.charAt(next + digits))) {
            digits++;
        }
        boolean code = digits == 3
                && next + 3 < text.length()
                && (text.charAt(next + 3) == '-' || text.charAt(next + 3) == ' ');
        next += code ? LONGEST_LINE_START : 0;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
