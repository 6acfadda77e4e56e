// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes each event as one JSON object on a line of its own. Everything beyond ASCII is escaped, so that names arrive
 * whole whatever the charset of the terminal is, and bytes of names that are no text as lone surrogates.
 */
final class JsonPrinter implements EventPrinter {

    private final PrintStream out;
    private final EntryLines entries;

    /** Made when it is first needed: a listing has nothing else to tell, and the library takes its time to load. */
    private @Nullable EventObjects objects;

    JsonPrinter(PrintStream out) {
        this.out = out;
        entries = new EntryLines(out);
    }

    @Override
    public synchronized void print(Event event) {
        EventObjects others = objects;
        if (event instanceof Event.Listed listed) {
            if (others != null) {
                others.flush();
                objects = null;
            }
            entries.print(listed.folder(), listed.entry());
            return;
        }
        entries.flush();
        if (others == null) {
            others = new EventObjects(out);
            objects = others;
        }
        others.print(event);
    }

    @Override
    public synchronized void flush() {
        entries.flush();
        if (objects != null) {
            objects.flush();
        }
        out.flush();
    }

    @Override
    public synchronized boolean isAbandoned() {
        flush();
        return out.checkError();
    }
}
