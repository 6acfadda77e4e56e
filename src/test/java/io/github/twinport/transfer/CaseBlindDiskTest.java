// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import com.google.common.jimfs.PathNormalization;
import io.github.twinport.support.SmallDisk;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that take names which differ only by case, or only by the form of accents, for the same. */
class CaseBlindDiskTest {

    private static final String COMPOSED = "\u00FCber";
    private static final String DECOMPOSED = "u\u0308ber";

    @TempDir
    private Path folder;

    private final FileSystem blind = Jimfs.newFileSystem(Configuration.unix().toBuilder()
            .setWorkingDirectory("/")
            .setAttributeViews("posix")
            .setNameCanonicalNormalization(PathNormalization.NFC, PathNormalization.CASE_FOLD_ASCII)
            .build());

    @AfterEach
    void close() throws IOException {
        blind.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/below"})
    void bringAllFilesIntoTheVeryFolderThatIgnoresCase(String where) throws Exception {
        Path disk = Files.createDirectories(blind.getPath(where));
        try (FakeWorld world = new FakeWorld(disk, 1)) {
            List<String> names = List.of("README", "Readme", "readme", COMPOSED, DECOMPOSED, "other");
            for (String name : names) {
                world.server.file("f/" + name, "of " + name);
            }
            world.server.file("f/Sub/x", "upper").file("f/sub/x", "lower");
            world.add(world.downloadFolder("f"));
            world.run();

            assertThat(world.total().failed()).isZero();
            assertThat(contents(disk.resolve("f")))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(names.stream().map(name -> name + "=of " + name), Stream.of("Sub", "sub"))
                                    .toList());
        }
    }

    @Test
    void letterBesideLetterStaysApartInEveryAlphabet() {
        List<String> names = List.of(
                "\u00C4a",
                "\u00E4a",
                "\u00E4A",
                "\u0416",
                "\u0436",
                COMPOSED,
                DECOMPOSED,
                "\uD801\uDC00",
                "%C3%A4",
                "50%\u00E4");

        assertThat(names.stream().map(LocalNames.HERE::apart).map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.chars().allMatch(c -> c < 0x80));
        assertThat(names.stream().map(LocalNames.HERE::apart).map(LocalNames.HERE::original))
                .containsExactlyElementsOf(names);
        assertThat(names.stream().map(LocalNames.HERE::toLocal).map(LocalNames.HERE::original))
                .containsExactlyElementsOf(names);
    }

    @Test
    void areFoundByTheFolderItself() throws Exception {
        Path disk = blind.getPath("/");

        assertThat(LocalFiles.DISK.isSameName(disk, "README", "readme")).isTrue();
        assertThat(LocalFiles.DISK.isSameName(disk, COMPOSED, DECOMPOSED)).isTrue();
        assertThat(LocalFiles.DISK.isSameName(disk, "one", "two")).isFalse();
        try (Stream<Path> left = Files.list(disk)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theRootOfADiskIsTriedItself() {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("DISK"), 1 << 20)) {
            assertThat(LocalFiles.DISK.isSameName(disk.folder(), "README", "readme"))
                    .isFalse();
            assertThat(disk.folder()).isEmptyDirectory();
        }
    }

    @Test
    void aFolderThatCannotBeTriedCountsAsOne() {
        assertThat(LocalFiles.DISK.isSameName(folder.resolve("missing"), "A", "a"))
                .isTrue();
        assertThat(LocalFiles.DISK.isSameName(folder, "x".repeat(250), "X".repeat(250)))
                .isTrue();
    }

    /** The files by the names that the server gave them. */
    private static List<String> contents(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> {
                        String name = LocalNames.HERE.original(LocalTarget.name(path));
                        try {
                            return Files.isDirectory(path) ? name : name + "=" + Files.readString(path);
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        }
    }
}
