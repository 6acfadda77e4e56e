// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A server as a child process that never outlives this JVM: a watcher beside it ends it when the pipe to this JVM
 * breaks, however that comes about.
 */
final class ServerProcess {

    /** Starts the watcher, which reads from the JVM's pipe until its end, and becomes the program. */
    private static final String SHELL =
            "exec 3<&0; { cat >/dev/null; kill -KILL $$; } <&3 3<&- & exec \"$@\" 3<&- </dev/null";

    private final Process process;
    private final List<ProcessHandle> watcher;

    private ServerProcess(Process process, List<ProcessHandle> watcher) {
        this.process = process;
        this.watcher = watcher;
    }

    /** Starts the program and waits until it listens on the port. */
    static ServerProcess start(ServerRecipe.Command command, Path output, int port) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SHELL, "sh"));
        words.addAll(command.words());
        var builder = new ProcessBuilder(words)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        // Some list times in the zone of the machine.
        builder.environment().put("TZ", "UTC0");
        builder.environment().putAll(command.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long end = System.nanoTime() + ScriptedServer.PATIENCE.toNanos();
        while (!listens(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                new ServerProcess(process, process.descendants().toList()).kill();
                throw new AssertionError(command.words().getFirst() + " does not listen on port " + port);
            }
            Loopback.pause();
        }
        return new ServerProcess(process, process.descendants().toList());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the server and all that it has started, without warning, and waits until they are gone. */
    void kill() {
        List<ProcessHandle> all = new ArrayList<>(watcher);
        process.descendants().forEach(all::add);
        process.destroyForcibly();
        for (ProcessHandle handle : List.copyOf(all)) {
            handle.descendants().forEach(all::add);
        }
        all.forEach(ProcessHandle::destroyForcibly);
        long end = System.nanoTime() + ScriptedServer.PATIENCE.toNanos();
        while (process.isAlive() || all.stream().anyMatch(ServerProcess::runs)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("a process of the server does not end");
            }
            Loopback.pause();
        }
    }

    /** Whether a process is more than an entry that its parent has not looked at yet. */
    private static boolean runs(ProcessHandle handle) {
        if (!handle.isAlive()) {
            return false;
        }
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
            return status.charAt(status.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false; // gone in the meantime
        }
    }

    /** Asks the kernel instead of connecting, because a connection would count against a limit of clients. */
    private static boolean listens(int port) {
        String listening = String.format(Locale.ROOT, ":%04X .* 0A .*", port);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Path path = Path.of(table);
            if (Files.exists(path)) {
                try (Stream<String> lines = Files.lines(path)) {
                    if (lines.anyMatch(line -> line.strip().matches("\\d+: [0-9A-F]+" + listening))) {
                        return true;
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return false;
    }
}
