// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.RemotePath;
import org.jspecify.annotations.Nullable;

/** The folder whose listing is read: some servers write whole paths where names belong. */
final class ListedFolder {

    private final RemotePath path;
    private final String prefix;

    ListedFolder(RemotePath path) {
        this.path = path;
        String text = path.folderText();
        this.prefix = text.endsWith("/") ? text : text + "/";
    }

    /** Whether the text is a name as it stands. */
    boolean isName(String text) {
        return path.syntax().isEntry(text);
    }

    /** Whether the text is a path of the folder itself. */
    boolean isPathOfItself(String text) {
        return text.equals(prefix)
                || (text.length() > 1 && text.length() == prefix.length() - 1 && prefix.startsWith(text));
    }

    /**
     * The name of what the path leads to, or null where that does not lie in the folder itself.
     *
     * @param fromParent whether the path may begin with the folder's own name
     */
    @Nullable
    String nameOf(String text, boolean fromParent) {
        int bracket = text.lastIndexOf(']');
        if (bracket > 0 && isInBrackets(text, bracket + 1)) {
            return plain(text.substring(bracket + 1));
        }
        String own = path.name() + "/";
        String name;
        if (text.startsWith(prefix)) {
            name = text.substring(prefix.length());
        } else if (text.startsWith("./")) {
            name = text.substring(2);
        } else if (fromParent && own.length() > 1 && text.regionMatches(true, 0, own, 0, own.length())) {
            name = text.substring(own.length());
        } else {
            return null;
        }
        return plain(name);
    }

    /** Whether the text begins with the folder in the notation of VMS, with or without its device: {@code [A.B]NAME}. */
    private boolean isInBrackets(String text, int end) {
        String shown = path.folderText();
        int begin = shown.length() - end;
        boolean ends = begin >= 0 && shown.regionMatches(true, begin, text, 0, end);
        return ends && (begin == 0 || text.startsWith("["));
    }

    private @Nullable String plain(String name) {
        return isName(name) ? name : null;
    }
}
