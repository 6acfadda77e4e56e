// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.explorer;

import io.github.twinport.files.NaturalOrder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Typing the beginning of a name jumps to it; a pause begins a new name. */
final class NameJump {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private final StringBuilder typed = new StringBuilder();
    private long last;

    NameJump(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Takes the next character.
     *
     * @param from the index of the row that is selected, or -1
     * @return the index of the row to select, or -1 when no name begins like this
     */
    int type(String character, List<Row> rows, int from) {
        long now = nanoTime.getAsLong();
        if (now - last > PAUSE) {
            typed.setLength(0);
        }
        last = now;
        typed.append(character);
        String wanted = NaturalOrder.folded(typed.toString());
        // A name typed on may stay where it is; a first letter moves on to the next name that begins with it.
        int first = typed.length() == 1 ? from + 1 : Math.max(0, from);
        for (int i = 0; i < rows.size(); i++) {
            int index = (first + i) % rows.size();
            if (NaturalOrder.folded(rows.get(index).name()).startsWith(wanted)) {
                return index;
            }
        }
        return -1;
    }

    /** Whether a name is being typed, so that a space belongs to it. */
    boolean isTyping() {
        return !typed.isEmpty() && nanoTime.getAsLong() - last <= PAUSE;
    }
}
