// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings all that a disk has not taken yet onto it at once (syncfs of Linux), which costs about as much as doing so with a
 * single file.
 */
final class SystemSync implements DiskSync {

    private static final Logger LOG = System.getLogger(SystemSync.class.getName());

    /** For fewer files the function of the system is not worth being looked up. */
    private static final int FEW = 8;

    private final DiskSync single;
    private @Nullable Functions functions;

    private record Functions(MethodHandle open, MethodHandle sync, MethodHandle close) {}

    /**
     * A way for many files.
     *
     * @param single does it with few files, and where the system refuses
     */
    SystemSync(DiskSync single) {
        this.single = single;
    }

    static boolean isPossible() {
        return System.getProperty("os.name").equals("Linux")
                && SystemSync.class.getModule().isNativeAccessEnabled();
    }

    @Override
    public void sync(List<Path> files) throws IOException {
        if (files.size() <= FEW || !isSynced(disks(files))) {
            single.sync(files);
        }
    }

    /** One folder of each disk. */
    private static Iterable<Path> disks(List<Path> files) throws IOException {
        Set<Path> folders = new HashSet<>();
        Map<Object, Path> disks = new HashMap<>();
        for (Path file : files) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null && folders.add(folder)) {
                try {
                    disks.put(Files.getAttribute(folder, "unix:dev"), folder);
                } catch (NoSuchFileException e) {
                    LOG.log(Level.DEBUG, "a folder is gone", e);
                }
            }
        }
        return disks.values();
    }

    private boolean isSynced(Iterable<Path> disks) {
        Functions known = functions == null ? functions() : functions;
        functions = known;
        boolean all = true;
        for (Path disk : disks) {
            all &= isSynced(known, disk);
        }
        return all;
    }

    @SuppressWarnings("restricted") // The launchers allow it, and it was asked before.
    private static Functions functions() {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor ofNumber = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        return new Functions(
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("open"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)),
                linker.downcallHandle(linker.defaultLookup().findOrThrow("syncfs"), ofNumber),
                linker.downcallHandle(linker.defaultLookup().findOrThrow("close"), ofNumber));
    }

    private static boolean isSynced(Functions functions, Path folder) {
        try (Arena arena = Arena.ofConfined()) {
            int opened = (int) functions.open().invokeExact(arena.allocateFrom(folder.toString()), 0);
            if (opened < 0) {
                return false;
            }
            int failed = (int) functions.sync().invokeExact(opened);
            int closed = (int) functions.close().invokeExact(opened);
            return failed == 0 && closed == 0;
        } catch (Throwable e) {
            throw new AssertionError("a function of the system was called in a wrong way", e);
        }
    }
}
