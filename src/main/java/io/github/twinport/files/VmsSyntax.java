// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * OpenVMS: a device with its colon, folders in brackets, a name with its type and perhaps its version. What has a
 * meaning of its own inside a name is written with a circumflex in front (the extended names of ODS-5).
 */
record VmsSyntax() implements PathSyntax {

    private static final Pattern PATH = Pattern.compile("([\\w$-]+:)\\[([^\\[\\]]*)\\]([^\\[\\]:/]*)");
    private static final Pattern FOLDER = Pattern.compile("(?:\\^.|[^.])+");

    /** The folder above all others of a device. */
    private static final String MASTER = "000000";

    /** The segments of a path in this notation, the device first; null if it is in another. */
    static @Nullable List<String> segments(String text) {
        Matcher matcher = PATH.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        List<String> segments = new ArrayList<>();
        segments.add(matcher.group(1));
        Matcher folder = FOLDER.matcher(matcher.group(2));
        while (folder.find()) {
            if (!folder.group().equals(MASTER)) {
                segments.add(folder.group());
            }
        }
        if (!matcher.group(3).isEmpty()) {
            segments.add(matcher.group(3));
        }
        return segments;
    }

    @Override
    public String file(List<String> segments) {
        int last = segments.size() - 1;
        return last < 1 ? folder(segments) : folder(segments.subList(0, last)) + escaped(segments.get(last), "[]<>:");
    }

    @Override
    public String folder(List<String> segments) {
        if (segments.isEmpty()) {
            return "[" + MASTER + "]";
        }
        List<String> folders = segments.stream()
                .skip(1)
                .map(folder -> escaped(folder, "[]<>:.;"))
                .toList();
        return segments.getFirst() + "[" + (folders.isEmpty() ? MASTER : String.join(".", folders)) + "]";
    }

    @Override
    public int topLength() {
        return 1;
    }

    @Override
    public boolean isEntry(String name) {
        return EntryName.isPlain(name) && escaped(name, "[]<>:").equals(name);
    }

    /** At most 39 letters, digits and low lines with one dot among them (ODS-2). */
    @Override
    public String temporaryName(String name) {
        return String.format(Locale.ROOT, "TWINPORT_%08X.TMP", name.hashCode());
    }

    @Override
    public boolean hasHiddenFiles() {
        return false;
    }

    private static String escaped(String name, String special) {
        StringBuilder text = new StringBuilder(name.length() + 2);
        boolean escape = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!escape && special.indexOf(c) >= 0) {
                text.append('^');
            }
            text.append(c);
            escape = !escape && c == '^';
        }
        // At the end it would take what follows the name into it.
        return escape ? text.append('^').toString() : text.toString();
    }
}
