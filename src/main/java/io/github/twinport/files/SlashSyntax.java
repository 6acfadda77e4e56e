// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names with slashes between them. */
record SlashSyntax() implements PathSyntax {

    /** In bytes, on nearly all servers. */
    private static final int LONGEST = 255;

    @Override
    public String file(List<String> segments) {
        return "/" + String.join("/", segments);
    }

    @Override
    public String folder(List<String> segments) {
        return file(segments);
    }

    @Override
    public int topLength() {
        return 0;
    }

    @Override
    public boolean isEntry(String name) {
        return EntryName.isPlain(name);
    }

    @Override
    public @Nullable String temporaryName(String token) {
        return null;
    }

    @Override
    public boolean isTemporaryName(String name) {
        return false;
    }

    @Override
    public @Nullable String olderTemporaryName(String name) {
        return null;
    }

    @Override
    public String closest(String name) {
        return name;
    }

    @Override
    public boolean fits(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    @Override
    public boolean hasHiddenFiles() {
        return true;
    }
}
