// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import io.github.twinport.files.PathSyntax;
import io.github.twinport.files.RemotePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes names as text that is valid in the database and gives back the same names. A name may hold lone surrogates,
 * which stand for bytes that could not be decoded and have no UTF-8; they and the backslash are escaped.
 */
final class NameCode {

    /** What stands before a path that is not in the usual notation. */
    private static final Map<String, PathSyntax> SYNTAXES = Map.of(
            "vms:", PathSyntax.VMS,
            "mvs:", PathSyntax.MVS,
            "dos:", PathSyntax.BACKSLASH,
            "bare:", PathSyntax.UNROOTED);

    private static final int HEX = 16;
    private static final int DIGITS = 4;

    private NameCode() {}

    static String encode(String name) {
        if (isPlain(name)) {
            return name;
        }
        StringBuilder text = new StringBuilder();
        int[] points = name.codePoints().toArray();
        for (int point : points) {
            if (point == '\\') {
                text.append("\\\\");
            } else if (isSurrogate(point)) {
                text.append('\\').append(Integer.toHexString(point));
            } else {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }

    /**
     * The name of a text.
     *
     * @throws IllegalArgumentException when {@link #encode} never writes such a text
     */
    static String decode(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder name = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\\') {
                name.append(c);
            } else if (text.startsWith("\\", at)) {
                name.append('\\');
                at++;
            } else if (at + DIGITS <= text.length()) {
                name.append((char) Integer.parseInt(text, at, at + DIGITS, HEX));
                at += DIGITS;
            } else {
                throw new IllegalArgumentException("half an escape");
            }
        }
        return name.toString();
    }

    /** A path with the notation of its server before it. */
    static String encode(RemotePath path) {
        String names =
                String.join("/", path.segments().stream().map(NameCode::encode).toList());
        return prefix(path.syntax()) + "/" + names;
    }

    static RemotePath decodePath(String text) {
        int root = text.indexOf('/');
        List<String> segments = new ArrayList<>();
        for (String segment : text.substring(root + 1).split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(decode(segment));
            }
        }
        return new RemotePath(syntax(text.substring(0, root)), segments);
    }

    private static String prefix(PathSyntax syntax) {
        return SYNTAXES.entrySet().stream()
                .filter(known -> known.getValue().equals(syntax))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static PathSyntax syntax(String prefix) {
        return SYNTAXES.getOrDefault(prefix, PathSyntax.SLASH);
    }

    private static boolean isPlain(String name) {
        return name.codePoints().noneMatch(point -> point == '\\' || isSurrogate(point));
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
