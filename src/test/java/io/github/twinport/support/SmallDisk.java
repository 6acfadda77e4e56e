// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small disk in memory, which can be full. Linux as root only; any thread. */
public final class SmallDisk implements AutoCloseable {

    private static final String FILLER = "filler";

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /**
     * Mounts one; the calling test is skipped where that is not allowed, or fails when {@code TWINPORT_REQUIRE} contains
     * {@code disks}.
     *
     * @param folder where; made if it does not exist
     * @param bytes how much it holds
     */
    public static SmallDisk mount(Path folder, long bytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean mounted =
                run(List.of("mount", "-t", "tmpfs", "-o", "mode=0777,size=" + bytes, "tmpfs", folder.toString()));
        Requirement.DISKS.assume(mounted, "no disk in memory can be mounted");
        return new SmallDisk(folder);
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Leaves that much room. */
    public void fill(long left) throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        Files.write(folder.resolve(FILLER), new byte[(int) (room - left)]);
    }

    /** Takes {@link #fill} back. */
    public void makeRoom() throws IOException {
        Files.delete(folder.resolve(FILLER));
    }

    /** Lets nobody write any more, not even root. Nothing may be open for writing. */
    public void protect() {
        remount("ro");
    }

    /** Takes {@link #protect} back. */
    public void allow() {
        remount("rw");
    }

    private void remount(String option) {
        if (!run(List.of("mount", "-o", "remount," + option, folder.toString()))) {
            throw new AssertionError("the disk in memory cannot be mounted again");
        }
    }

    @Override
    public void close() {
        // Lazily, because a server that was just killed may still have a file open.
        run(List.of("umount", "-l", folder.toString()));
    }

    private static boolean run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
