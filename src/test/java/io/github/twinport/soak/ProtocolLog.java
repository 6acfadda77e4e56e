// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.soak;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.event.Transcript;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** What was said in the last round, in a file: the first thing to read when something is wrong. Any thread. */
final class ProtocolLog implements Transcript, AutoCloseable {

    private final AtomicInteger connections = new AtomicInteger();
    private final Path file;
    private PrintWriter writer;

    ProtocolLog(Path file) throws IOException {
        this.file = file;
        writer = open(file);
    }

    /** Forgets what was said. */
    synchronized void restart() throws IOException {
        writer.close();
        writer = open(file);
    }

    @Override
    public synchronized void line(ProtocolLine line) {
        writer.println(line.at() + " " + line.connection() + " " + line.kind() + " " + line.text());
    }

    @Override
    public int nextConnection() {
        return connections.incrementAndGet();
    }

    @Override
    public synchronized void close() {
        writer.close();
    }

    private static PrintWriter open(Path file) throws IOException {
        return new PrintWriter(Files.newBufferedWriter(file));
    }
}
