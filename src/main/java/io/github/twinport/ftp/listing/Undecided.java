// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds entries back, in their order, while only the lines to come can tell what they mean: whether blanks in front of
 * a name are its own or fill a column, and in which order the numbers of a date stand. Most listings show both in their
 * first line.
 *
 * <p>Blanks fill a column where each line has some, which is sure only where the line of {@code .} shows it. One line
 * without makes them parts of names.
 */
final class Undecided {

    /** From here on is decided with what is known, so that memory stays bounded. */
    static final int ENOUGH = 10_000;

    /** Fewer names that all begin with blanks may well be called so. */
    private static final int ENOUGH_FOR_BLANKS = 3;

    private static final int UNKNOWN = -1;

    private record Held(Entry entry, int blanks, @Nullable OpenDate date) {}

    private final DateOrders orders;
    private final List<Held> held = new ArrayList<>();
    private int filling = UNKNOWN;
    private boolean dateHeld;
    private boolean guessed;

    Undecided(Instant now) {
        this.orders = new DateOrders(now.plusSeconds(86_400));
    }

    /** Whether something had to be decided that the lines did not show. */
    boolean isGuessed() {
        return guessed;
    }

    /** Takes an entry, and hands out what is decided. */
    void take(Draft draft, Consumer<Entry> entries) {
        if (draft.openDate == null && draft.blanks == 0 && held.isEmpty()) {
            filling = filling == UNKNOWN ? 0 : filling;
            entries.accept(draft.entry());
            return;
        }
        if (draft.openDate != null) {
            orders.note(draft.openDate);
            dateHeld = true;
        }
        if (draft.blanks == 0 && filling == UNKNOWN) {
            filling = 0;
        }
        held.add(new Held(draft.entry(), draft.blanks, draft.openDate));
        if (held.size() >= ENOUGH) {
            finish(entries);
        } else if (isDecided()) {
            handOut(entries);
        }
    }

    /** Learns from a line of the folder itself or the one above, which is no entry. */
    void noteFolderItself(int blanks, Consumer<Entry> entries) {
        if (filling == UNKNOWN) {
            filling = blanks;
        }
        if (!held.isEmpty() && isDecided()) {
            handOut(entries);
        }
    }

    /** Decides with what is known and hands out the rest. */
    void finish(Consumer<Entry> entries) {
        if (held.isEmpty()) {
            return;
        }
        orders.decide();
        if (filling == UNKNOWN) {
            boolean enough = held.size() >= ENOUGH_FOR_BLANKS;
            guessed = true;
            filling = enough ? held.stream().mapToInt(Held::blanks).min().orElse(0) : 0;
        }
        handOut(entries);
    }

    private boolean isDecided() {
        return filling != UNKNOWN && (!dateHeld || orders.isDecided());
    }

    private void handOut(Consumer<Entry> entries) {
        for (Held one : held) {
            Entry entry = one.date() == null ? one.entry() : one.entry().withModified(orders.of(one.date()));
            int begin = Math.min(filling, one.blanks());
            entries.accept(begin == 0 ? entry : entry.withName(entry.name().substring(begin)));
        }
        held.clear();
        dateHeld = false;
    }
}
