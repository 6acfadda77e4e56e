// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.event.Transcript;
import io.github.twinport.files.EntryName;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** Prints the conversation with a server, each line with the number of its control connection. Any thread. */
final class PrintedTranscript implements Transcript {

    private final PrintStream err;
    private final AtomicInteger connections = new AtomicInteger();

    PrintedTranscript(PrintStream err) {
        this.err = err;
    }

    @Override
    public void line(ProtocolLine line) {
        err.println(line.connection() + " " + EntryName.escaped(line.text()));
    }

    @Override
    public int nextConnection() {
        return connections.incrementAndGet();
    }
}
