// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Brings files onto the disk one by one, several at the same time: disks do that together. */
final class ForcedFiles implements DiskSync {

    private static final int AT_ONCE = 16;

    /** Windows writes only what may be written; elsewhere nobody needs more than to read. */
    private static final boolean WINDOWS = File.separatorChar != '/';

    private static final StandardOpenOption WAY = WINDOWS ? StandardOpenOption.WRITE : StandardOpenOption.READ;

    @Override
    public void sync(List<Path> files) throws IOException {
        if (files.size() == 1) {
            force(files.getFirst());
        } else {
            forceAll(files);
        }
        if (!WINDOWS) {
            for (Path folder : files.stream()
                    .map(Path::getParent)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList()) {
                // There a name is on the disk when its folder is.
                force(folder);
            }
        }
    }

    private static void forceAll(List<Path> files) throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(AT_ONCE, files.size()),
                Thread.ofPlatform().daemon().name("sync").factory())) {
            List<Future<?>> all = new ArrayList<>();
            for (Path file : files) {
                all.add(threads.submit(() -> {
                    force(file);
                    return file;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, WAY, LinkOption.NOFOLLOW_LINKS)) {
            channel.force(true);
        } catch (NoSuchFileException e) {
            // Whoever removed or renamed it needs no promise of ours.
        } catch (AccessDeniedException e) {
            System.getLogger(ForcedFiles.class.getName()).log(Level.DEBUG, "a file that only others may read", e);
        }
    }
}
