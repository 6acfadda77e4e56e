// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Data sets of z/OS. A segment that ends in a dot is the beginning of many names ({@code ANN.}); one that does not is a
 * data set, and what lies in it a member. A path of names that all end in dots, but for the last, names a data set.
 */
record MvsSyntax() implements PathSyntax {

    private static final Pattern PATH = Pattern.compile("'([^'()/\\s]+)(?:\\(([^'()/.\\s]+)\\))?'");
    private static final Pattern FOREIGN = Pattern.compile("[^A-Z0-9$#@]");
    private static final int LONGEST = 8;
    private static final String TEMPORARY = "TP$";
    private static final Pattern QUALIFIER = Pattern.compile("[^.]*\\.|[^.]+");

    /** The segments of a path in this notation; null if it is in another. */
    static @Nullable List<String> segments(String text) {
        Matcher path = PATH.matcher(text);
        if (!path.matches()) {
            return null;
        }
        List<String> segments = new ArrayList<>();
        Matcher qualifier = QUALIFIER.matcher(path.group(1));
        while (qualifier.find()) {
            if (qualifier.group().equals(".")) {
                return null;
            }
            segments.add(qualifier.group());
        }
        String member = path.group(2);
        if (member == null) {
            return segments;
        }
        segments.add(member);
        // Only a whole name has members.
        return path.group(1).endsWith(".") ? null : segments;
    }

    @Override
    public String file(List<String> segments) {
        StringBuilder text = new StringBuilder("'");
        boolean inside = false;
        for (String segment : segments) {
            text.append(inside ? "(" + segment + ")" : segment);
            inside = !segment.endsWith(".");
        }
        return text.append('\'').toString();
    }

    @Override
    public String folder(List<String> segments) {
        return file(segments);
    }

    @Override
    public int topLength() {
        return 1;
    }

    @Override
    public boolean isEntry(String name) {
        return EntryName.isPlain(name) && name.chars().noneMatch(c -> "'()".indexOf(c) >= 0 || c <= ' ');
    }

    /** At most eight letters and digits, for a member as for the last part of a data set's name. */
    @Override
    public String temporaryName(String token) {
        return TEMPORARY + token.substring(0, LONGEST - TEMPORARY.length()).toUpperCase(Locale.ROOT);
    }

    @Override
    public boolean isTemporaryName(String name) {
        return name.length() == LONGEST && name.startsWith(TEMPORARY);
    }

    @Override
    public String olderTemporaryName(String name) {
        return String.format(Locale.ROOT, "T%07X", name.hashCode() >>> 4);
    }

    @Override
    public String closest(String name) {
        String text = FOREIGN.matcher(name.toUpperCase(Locale.ROOT)).replaceAll("");
        boolean begins = !text.isEmpty() && !Character.isDigit(text.charAt(0));
        return begins ? text : "T" + text;
    }

    @Override
    public boolean fits(String name) {
        return name.length() <= LONGEST;
    }

    @Override
    public boolean hasHiddenFiles() {
        return false;
    }
}
