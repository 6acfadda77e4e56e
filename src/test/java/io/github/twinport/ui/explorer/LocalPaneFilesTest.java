// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.files.Entry;
import io.github.twinport.files.EntryKind;
import io.github.twinport.ui.explorer.Location.LocalFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPaneFilesTest {

    @TempDir
    Path root;

    private LocalPaneFiles files;
    private LocalFolder folder;

    @BeforeEach
    void open() {
        files = new LocalPaneFiles(root);
        folder = new LocalFolder(root);
    }

    @Test
    void startsWhereItIsTold() {
        assertThat(files.start().join()).isEqualTo(folder);
    }

    @Test
    void listsFilesFoldersAndLinks() throws IOException {
        Files.writeString(root.resolve("file"), "12345");
        Files.createDirectory(root.resolve("folder"));
        Files.createSymbolicLink(root.resolve("to-folder"), Path.of("folder"));
        Files.createSymbolicLink(root.resolve("broken"), Path.of("nowhere"));
        Files.writeString(root.resolve("two\nlines"), "");
        List<Entry> streamed = new ArrayList<>();
        var listing = files.list(folder, streamed::addAll).join();
        Map<String, Entry> entries =
                listing.entries().stream().collect(Collectors.toMap(Entry::name, Function.identity()));
        assertThat(streamed).isEqualTo(listing.entries());
        assertThat(entries.keySet()).containsExactlyInAnyOrder("file", "folder", "to-folder", "broken");
        assertThat(entries.get("file"))
                .returns(EntryKind.FILE, Entry::kind)
                .returns(5L, Entry::size)
                .satisfies(entry -> assertThat(entry.permissions()).hasSize(9).startsWith("rw"));
        assertThat(entries.get("to-folder").isFolder()).isTrue();
        assertThat(entries.get("to-folder").linkTarget()).isEqualTo("folder");
        assertThat(entries.get("broken").kind()).isEqualTo(EntryKind.LINK);
        assertThat(listing.unparsed()).containsExactly("two\\u000Alines");
        assertThat(listing.unparsedCount()).isEqualTo(1);
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.writeString(root.resolve("file"), "");
        assertThatThrownBy(() -> files.list(folder.child("file"), batch -> {}).join())
                .hasCauseInstanceOf(NotDirectoryException.class);
    }

    @Test
    void makesRenamesAndNeverReplaces() throws IOException {
        files.makeFolder(folder, "a_b__c").join();
        files.rename(folder, "a_b__c", "d").join();
        assertThat(root.resolve("d")).isDirectory();
        Files.writeString(root.resolve("other"), "kept");
        assertThatThrownBy(() -> files.rename(folder, "d", "other").join())
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
        assertThat(root.resolve("other")).hasContent("kept");
        assertThatThrownBy(() -> files.makeFolder(folder, "d").join())
                .hasCauseInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void deletesTreesButNothingBehindLinks() throws IOException {
        Files.createDirectories(root.resolve("tree/deep"));
        Files.writeString(root.resolve("tree/deep/file"), "");
        Files.createDirectory(root.resolve("precious"));
        Files.writeString(root.resolve("precious/file"), "kept");
        Files.createSymbolicLink(root.resolve("tree/link"), root.resolve("precious"));
        Files.createSymbolicLink(root.resolve("link"), root.resolve("precious"));
        List<Entry> doomed = files.list(folder, batch -> {}).join().entries().stream()
                .filter(entry -> !entry.name().equals("precious"))
                .toList();
        files.delete(folder, doomed).join();
        assertThat(root.resolve("tree")).doesNotExist();
        assertThat(root.resolve("link")).doesNotExist();
        assertThat(root.resolve("precious/file")).hasContent("kept");
    }

    @Test
    void findsTypedFolders() {
        assertThat(files.locate("sub/..", folder)).isEqualTo(folder);
        assertThat(files.locate(root.toString(), null)).isEqualTo(folder);
        assertThat(files.locate("~", folder)).isEqualTo(new LocalFolder(Path.of(System.getProperty("user.home"))));
        assertThatThrownBy(() -> files.locate("a\0b", folder)).isInstanceOf(IllegalArgumentException.class);
    }
}
