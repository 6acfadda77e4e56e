// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * OpenVMS: a device with its colon, folders in brackets, a name with its type and perhaps its version. What has a
 * meaning of its own inside a name is written with a circumflex in front (the extended names of ODS-5).
 */
record VmsSyntax() implements PathSyntax {

    /** The folder above all others of a device. */
    private static final String MASTER = "000000";

    /** Characters before the dot, and behind it (ODS-2). */
    private static final int LONGEST = 39;

    private static final String SPECIAL = "[]<>:/";

    /** With a version or without; older versions of the program took eight hexadecimal digits. */
    private static final Pattern TEMPORARY =
            Pattern.compile("TWINPORT_[A-Z0-9]{8}\\.TMP(;\\d+)?", Pattern.CASE_INSENSITIVE);

    /** The segments of a path in this notation, the device first; null if it is in another. */
    static @Nullable List<String> segments(String text) {
        int device = text.indexOf(":[") + 1;
        if (device < 2 || !text.substring(0, device - 1).chars().allMatch(VmsSyntax::isOfDevice)) {
            return null;
        }
        List<String> segments = new ArrayList<>();
        segments.add(text.substring(0, device));
        boolean inFolders = true;
        int begin = device + 1;
        int at = begin;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '^') {
                at++;
                if (at == text.length() || text.charAt(at) == '/') {
                    return null;
                }
            } else if (inFolders && (c == '.' || c == ']')) {
                String folder = text.substring(begin, at);
                if (!folder.isEmpty() && !folder.equals(MASTER)) {
                    segments.add(folder);
                }
                begin = at + 1;
                inFolders = c == '.';
            } else if (SPECIAL.indexOf(c) >= 0) {
                return null;
            }
            at++;
        }
        if (begin < text.length()) {
            segments.add(text.substring(begin));
        }
        return inFolders ? null : segments;
    }

    private static boolean isOfDevice(int c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '$'
                || c == '_'
                || c == '-';
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
    public String temporaryName(String token) {
        return "TWINPORT_" + token.toUpperCase(Locale.ROOT) + ".TMP";
    }

    @Override
    public boolean isTemporaryName(String name) {
        return TEMPORARY.matcher(name).matches();
    }

    @Override
    public String olderTemporaryName(String name) {
        return String.format(Locale.ROOT, "TWINPORT_%08X.TMP", name.hashCode());
    }

    /** Only what ODS-2 knows too: letters, digits, dollar, low line and hyphen, with one dot among them. */
    @Override
    public String closest(String name) {
        int dot = name.lastIndexOf('.');
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            text.append(i == dot || isOfDevice(c) ? c : '_');
        }
        return text.toString();
    }

    @Override
    public boolean fits(String name) {
        int dot = name.lastIndexOf('.');
        return Math.max(dot < 0 ? name.length() : dot, name.length() - dot - 1) <= LONGEST;
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
