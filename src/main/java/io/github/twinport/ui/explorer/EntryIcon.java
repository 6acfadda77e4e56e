// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kordamp.ikonli.feather.Feather;

/** Which icon an entry has, by its kind and, for files, by the ending of the name. */
final class EntryIcon {

    private static final Map<String, Feather> BY_ENDING = byEnding();

    private EntryIcon() {}

    static Feather of(Entry entry) {
        if (entry.isFolder()) {
            return Feather.FOLDER;
        }
        if (entry.kind() == EntryKind.LINK) {
            return Feather.LINK_2;
        }
        if (entry.kind() == EntryKind.OTHER) {
            return Feather.CPU;
        }
        String name = entry.name();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_ENDING.getOrDefault(ending, Feather.FILE);
    }

    private static Map<String, Feather> byEnding() {
        Map<String, Feather> icons = new HashMap<>();
        put(icons, Feather.FILE_TEXT, "txt", "md", "pdf", "doc", "docx", "odt", "rtf", "tex", "log", "csv", "ods");
        put(icons, Feather.IMAGE, "png", "jpg", "jpeg", "gif", "svg", "webp", "tif", "tiff", "bmp", "heic", "ico");
        put(icons, Feather.MUSIC, "mp3", "flac", "ogg", "opus", "wav", "m4a", "aac");
        put(icons, Feather.FILM, "mp4", "mkv", "avi", "mov", "webm", "mpg", "mpeg");
        put(icons, Feather.ARCHIVE, "zip", "gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "tar", "jar", "deb", "rpm");
        put(icons, Feather.CODE, "java", "c", "h", "cpp", "py", "js", "ts", "html", "css", "xml", "json", "php", "sh");
        put(icons, Feather.DISC, "iso", "img", "dmg");
        return Map.copyOf(icons);
    }

    private static void put(Map<String, Feather> icons, Feather icon, String... endings) {
        List.of(endings).forEach(ending -> icons.put(ending, icon));
    }
}
