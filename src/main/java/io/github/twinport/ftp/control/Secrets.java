// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * The passwords of one session, and what hides them wherever a server repeats them: as they are, in another case or
 * charset, percent-encoded, cut in two by a line end. Immutable but for passwords that become known later; any thread.
 */
public final class Secrets {

    /** What stands in a password's place. */
    static final String MASK = "********";

    /** A shorter one is looked for as a word of its own only: within other words it would show what it is. */
    private static final int SHORTEST_WITHIN_WORDS = 6;

    private static final int ASCII = 0x80;

    private volatile Forms forms;

    /**
     * Secrets that are known from the beginning.
     *
     * @param texts the passwords; empty ones hide nothing
     * @param charset the one in which they are sent
     */
    public Secrets(Collection<String> texts, Charset charset) {
        forms = Forms.NONE;
        texts.forEach(text -> add(text, charset));
    }

    /** Hides one more from now on. */
    synchronized void add(String secret, Charset charset) {
        if (!secret.isBlank()) {
            forms = forms.with(SecretForms.of(secret, charset));
        }
    }

    /** The text with all secrets hidden. */
    public String mask(String text) {
        return mask(text, List.of());
    }

    /**
     * The text with all secrets hidden but for where they are part of something that was said in clear: hiding the last
     * name of a path that everybody can read would tell that it is the password.
     *
     * @param clear what was said in clear
     */
    String mask(String text, List<String> clear) {
        Forms known = forms;
        StringBuilder masked = null;
        int copied = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = known.mayBeginWith(text.charAt(at)) ? known.end(text, at) : -1;
            if (end < 0 || isSaidInClear(text, at, end, clear)) {
                continue;
            }
            masked = masked == null ? new StringBuilder() : masked;
            masked.append(text, copied, at).append(MASK);
            keepLineEnds(text, at, end, masked);
            copied = end;
            at = end - 1;
        }
        return masked == null
                ? text
                : masked.append(text, copied, text.length()).toString();
    }

    private static boolean isSaidInClear(String text, int start, int end, List<String> clear) {
        for (String said : clear) {
            int from = text.indexOf(said, Math.max(0, end - said.length()));
            if (!said.isEmpty() && from >= 0 && from <= start) {
                return true;
            }
        }
        return false;
    }

    /** Lines stay as many as they were, each with its code. */
    private static void keepLineEnds(String text, int start, int end, StringBuilder masked) {
        for (int at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
            masked.append(text, at, SecretForms.behindLineEnd(text, at)).append(MASK);
        }
    }

    /** All forms of all secrets, in lower case, and the characters that they begin with. */
    private record Forms(List<String> texts, BitSet beginnings) {

        static final Forms NONE = new Forms(List.of(), new BitSet());

        Forms with(Collection<String> others) {
            List<String> all = new ArrayList<>(texts);
            BitSet first = (BitSet) beginnings.clone();
            for (String other : others) {
                if (!all.contains(other)) {
                    all.add(other);
                    first.set(other.charAt(0));
                    first.set(Character.toUpperCase(other.charAt(0)));
                    first.set('%');
                    first.set(other.charAt(0) == ' ' ? '+' : '%');
                }
            }
            return new Forms(List.copyOf(all), first);
        }

        boolean mayBeginWith(char c) {
            return beginnings.get(c) || (c >= ASCII && beginnings.get(Character.toLowerCase(c)));
        }

        /** Where a secret ends that begins at a place of the text; negative where none does. */
        int end(String text, int start) {
            int longest = -1;
            for (String form : texts) {
                int end = SecretForms.end(form, text, start);
                boolean whole = form.length() >= SHORTEST_WITHIN_WORDS || isWord(text, start, end);
                longest = whole ? Math.max(longest, end) : longest;
            }
            return longest;
        }

        private static boolean isWord(String text, int start, int end) {
            return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                    && (end < 0 || end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        }
    }
}
