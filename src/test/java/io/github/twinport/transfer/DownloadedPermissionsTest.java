// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.twinport.transfer.rules.ExistingRule;
import io.github.twinport.transfer.rules.TransferDefaults;
import io.github.twinport.transfer.rules.TransferRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadedPermissionsTest {

    private static final TransferRules KEEPING =
            TransferRules.DEFAULT.withExisting(ExistingRule.OVERWRITE).withPermissions(true);

    @TempDir
    Path folder;

    private FakeWorld world;

    @BeforeEach
    void open() {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        world = new FakeWorld(folder, 2);
        world.server.file("d/tool", 10).mode("tool", "rwxr-xr-x");
        world.server.file("d/secret", 10).mode("secret", "-w-------");
        world.server.file("d/root", 10).mode("root", "rwsrwsr-t");
        world.server.file("d/plain", 10);
        world.server.file("d/all", 10).mode("all", "rwxrwxrwx");
    }

    @Test
    void newFilesGetTheirSourcesPermissionsWithinTheMaskForNewFiles() throws Exception {
        world.add(world.downloadFolder("d").withRules(KEEPING));
        world.run();

        assertThat(permissions("tool")).isEqualTo(masked("rwxr-xr-x")).contains(PosixFilePermission.OWNER_EXECUTE);
        assertThat(permissions("root")).isEqualTo(masked("rwxrwxr-x"));
        assertThat((int) Files.getAttribute(folder.resolve("d/root"), "unix:mode") & 07000)
                .isZero();
    }

    @Test
    void theUserCanAlwaysReadAndReplaceWhatHasArrived() throws Exception {
        world.add(world.downloadFolder("d").withRules(KEEPING));
        world.run();

        assertThat(permissions("secret")).isEqualTo(masked("rw-------"));
        assertThat(folder.resolve("d/secret")).hasSize(10);
    }

    @Test
    void whereTheServerTellsNothingOfUseItIsAsUsual() throws Exception {
        world.add(world.downloadFolder("d").withRules(KEEPING));
        world.run();

        Set<PosixFilePermission> usual = Files.getPosixFilePermissions(Files.writeString(folder.resolve("usual"), ""));
        assertThat(permissions("plain")).isEqualTo(usual);
        assertThat(permissions("all")).isEqualTo(usual);
    }

    @Test
    void aReplacedFileKeepsWhatTheUserHasGivenIt() throws Exception {
        Files.createDirectories(folder.resolve("d"));
        Files.writeString(folder.resolve("d/tool"), "old");
        Files.setPosixFilePermissions(folder.resolve("d/tool"), PosixFilePermissions.fromString("rw-------"));
        world.add(world.downloadFolder("d").withRules(KEEPING));
        world.run();

        assertThat(permissions("tool")).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.resolve("d/tool")).hasSize(10);
    }

    @Test
    void withoutTheRuleNothingIsMadeExecutable() throws Exception {
        world.add(world.downloadFolder("d"));
        world.run();

        assertThat(permissions("tool")).doesNotContain(PosixFilePermission.OWNER_EXECUTE);
    }

    @Test
    void aSingleFileHasThePermissionsThatItsListingShowed() throws Exception {
        world.server.file("tool", 10);
        world.add(world.download("tool").withPermissions("rwx------").withRules(KEEPING));
        world.run();

        assertThat(Files.getPosixFilePermissions(folder.resolve("tool"))).isEqualTo(masked("rwx------"));
    }

    @Test
    void theWindowKeepsThemOfDownloadsUnlessTheUserSaysOtherwise() {
        assertThat(TransferDefaults.of("").downloads().permissions()).isTrue();
        assertThat(TransferDefaults.of("").uploads().permissions()).isFalse();
        TransferDefaults other = TransferDefaults.STANDARD.withPermissions(true, false);
        assertThat(TransferDefaults.of(other.text())).isEqualTo(other);
    }

    private Set<PosixFilePermission> permissions(String name) throws IOException {
        return Files.getPosixFilePermissions(folder.resolve("d").resolve(name));
    }

    /** What the system leaves of permissions of a new file. */
    private Set<PosixFilePermission> masked(String shown) throws IOException {
        Path probe = folder.resolve("probe");
        Files.deleteIfExists(probe);
        Files.createFile(probe, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(shown)));
        return Files.getPosixFilePermissions(probe);
    }
}
