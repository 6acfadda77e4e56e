// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Paths without a separator in front, as servers of Windows or IBM i write them: {@code C:\data}, {@code C:/data},
 * {@code QGPL}. Such a server takes {@code /C:\data} for something else.
 *
 * @param separator what stands between names: a slash or a backslash
 */
record UnrootedSyntax(char separator) implements PathSyntax {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:([/\\\\]).*", Pattern.DOTALL);

    /** The notation of a path that begins with a drive; null if it begins otherwise. */
    static @Nullable UnrootedSyntax ofDrive(String text) {
        Matcher drive = DRIVE.matcher(text);
        return drive.matches() ? new UnrootedSyntax(drive.group(1).charAt(0)) : null;
    }

    /** The notation of a path that a server states; null if it begins with a separator or is none. */
    static @Nullable UnrootedSyntax ofStated(String text) {
        if (text.isEmpty() || text.startsWith("/") || text.startsWith("\\") || text.startsWith(".")) {
            return null;
        }
        return new UnrootedSyntax(text.indexOf('/') < 0 && text.indexOf('\\') > 0 ? '\\' : '/');
    }

    /** The names between the separators of a path. */
    List<String> segments(String text) {
        List<String> segments = new ArrayList<>();
        for (String segment : text.split(Pattern.quote(String.valueOf(separator)), -1)) {
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return segments;
    }

    @Override
    public String file(List<String> segments) {
        String path = String.join(String.valueOf(separator), segments);
        // A drive alone would be the folder in which that drive happens to be.
        return path.endsWith(":") && segments.size() == 1 ? path + separator : path;
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
        return EntryName.isPlain(name) && name.indexOf(separator) < 0;
    }

    @Override
    public @Nullable String temporaryName(String token) {
        return SLASH.temporaryName(token);
    }

    @Override
    public boolean isTemporaryName(String name) {
        return SLASH.isTemporaryName(name);
    }

    @Override
    public @Nullable String olderTemporaryName(String name) {
        return SLASH.olderTemporaryName(name);
    }

    @Override
    public String closest(String name) {
        return SLASH.closest(name).replace(separator, '_');
    }

    @Override
    public boolean fits(String name) {
        return SLASH.fits(name);
    }

    @Override
    public boolean hasHiddenFiles() {
        return separator == '/';
    }
}
