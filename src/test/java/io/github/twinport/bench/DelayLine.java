// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * A network of its own with real TCP and a round-trip time: a namespace for clients and this one, joined by two TUN
 * devices whose packets wait on their way. Needs Linux, root and {@code /dev/net/tun}, but no {@code tc}.
 */
final class DelayLine implements AutoCloseable {

    /** The server's side, in this namespace. */
    static final String SERVER = "10.79.0.2";

    private static final String CLIENT = "10.79.0.1";
    private static final String NAMESPACE = "twinport-bench";
    private static final int OPEN_READ_WRITE = 2;
    private static final long SET_INTERFACE = 0x400454caL;
    private static final short TUN_WITHOUT_HEADER = 0x1001;
    private static final int LONGEST_PACKET = 65_600;

    private record Packet(MemorySegment bytes, long due) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due, ((Packet) other).due);
        }
    }

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle OPEN =
            function("open", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT), 2);
    private static final MethodHandle IOCTL = function(
            "ioctl",
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
            2);
    private static final FunctionDescriptor MOVE = FunctionDescriptor.of(
            ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
    private static final MethodHandle READ = function("read", MOVE, 3);
    private static final MethodHandle WRITE = function("write", MOVE, 3);
    private static final MethodHandle CLOSE =
            function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), 1);

    private final int client;
    private final int server;

    private DelayLine(Duration roundTrip) throws IOException, InterruptedException {
        client = device("tpbenchc");
        server = device("tpbenchs");
        ip("netns", "add", NAMESPACE);
        ip("link", "set", "tpbenchc", "netns", NAMESPACE);
        ip("-n", NAMESPACE, "addr", "add", CLIENT + "/24", "dev", "tpbenchc");
        ip("-n", NAMESPACE, "link", "set", "tpbenchc", "mtu", "1500", "txqueuelen", "10000", "up");
        ip("-n", NAMESPACE, "link", "set", "lo", "up");
        ip("addr", "add", SERVER + "/24", "dev", "tpbenchs");
        ip("link", "set", "tpbenchs", "mtu", "1500", "txqueuelen", "10000", "up");
        join(client, server, roundTrip.toNanos() / 2);
        join(server, client, roundTrip.toNanos() / 2);
    }

    /** Whether this machine lets us do it. */
    static boolean isPossible() {
        return "root".equals(System.getProperty("user.name"))
                && Files.isReadable(Path.of("/dev/net/tun"))
                && (Files.isExecutable(Path.of("/sbin/ip"))
                        || Files.isExecutable(Path.of("/usr/sbin/ip"))
                        || Files.isExecutable(Path.of("/bin/ip")));
    }

    /** Sets the network up. */
    static DelayLine of(Duration roundTrip) throws IOException, InterruptedException {
        return new DelayLine(roundTrip);
    }

    /** What goes before a client's command. */
    List<String> prefix() {
        return List.of("ip", "netns", "exec", NAMESPACE);
    }

    @Override
    public void close() throws IOException {
        try {
            ip("netns", "del", NAMESPACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        call(() -> (int) CLOSE.invokeExact(server));
        call(() -> (int) CLOSE.invokeExact(client));
    }

    private static void join(int from, int to, long nanos) {
        DelayQueue<Packet> line = new DelayQueue<>();
        Arena memory = Arena.global();
        Thread.ofPlatform().daemon().start(() -> {
            MemorySegment buffer = memory.allocate(LONGEST_PACKET);
            while (true) {
                long length = call(() -> (long) READ.invokeExact(from, buffer, (long) LONGEST_PACKET));
                if (length <= 0) {
                    return;
                }
                MemorySegment copy =
                        MemorySegment.ofArray(buffer.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
                line.add(new Packet(copy, System.nanoTime() + nanos));
            }
        });
        Thread.ofPlatform().daemon().start(() -> {
            MemorySegment buffer = memory.allocate(LONGEST_PACKET);
            try {
                while (true) {
                    Packet packet = line.take();
                    long length = packet.bytes().byteSize();
                    buffer.copyFrom(packet.bytes());
                    call(() -> (long) WRITE.invokeExact(to, buffer, length));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static int device(String name) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom("/dev/net/tun");
            int file = call(() -> (int) OPEN.invokeExact(path, OPEN_READ_WRITE));
            MemorySegment request = arena.allocate(40);
            MemorySegment.copy(
                    name.getBytes(StandardCharsets.US_ASCII), 0, request, ValueLayout.JAVA_BYTE, 0, name.length());
            request.set(ValueLayout.JAVA_SHORT, 16, TUN_WITHOUT_HEADER);
            int done = file < 0 ? file : call(() -> (int) IOCTL.invokeExact(file, SET_INTERFACE, request));
            if (done < 0) {
                throw new IOException("no device " + name);
            }
            return file;
        }
    }

    private static void ip(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException(command + " ended with " + exit);
        }
    }

    @SuppressWarnings("restricted") // the devices of TUN are made by ioctl, which Java has not
    private static MethodHandle function(String name, FunctionDescriptor descriptor, int fixed) {
        MemorySegment address = LINKER.defaultLookup().findOrThrow(name);
        return fixed < descriptor.argumentLayouts().size() || name.equals("open")
                ? LINKER.downcallHandle(address, descriptor, Linker.Option.firstVariadicArg(fixed))
                : LINKER.downcallHandle(address, descriptor);
    }

    private static <T> T call(Native<T> function) {
        try {
            return function.call();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Native<T> {
        T call() throws Throwable;
    }
}
