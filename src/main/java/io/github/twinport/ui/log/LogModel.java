// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.log;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.event.TranscriptBuffer;
import io.github.twinport.i18n.Messages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The lines that the protocol log holds and shows. JavaFX thread only. */
public final class LogModel {

    /** The most lines that are kept. */
    public static final int CAPACITY = 50_000;

    // The oldest go many at a time, so that a full log does not shift under its reader with every line.
    private static final int CHUNK = CAPACITY / 10;

    // So many are taken over well within the time of a frame or two.
    private static final int MOST_AT_ONCE = 10_000;

    private final TranscriptBuffer buffer;
    private final Messages messages;
    private final List<ProtocolLine> kept = new ArrayList<>();
    private final ObservableList<ProtocolLine> shown = FXCollections.observableArrayList();
    private final ObservableList<ProtocolLine> shownView = FXCollections.unmodifiableObservableList(shown);
    private final ObservableList<Integer> connections = FXCollections.observableArrayList();
    private final ObservableList<Integer> connectionsView = FXCollections.unmodifiableObservableList(connections);
    private LogFilter filter = LogFilter.EVERYTHING;
    private long dropped;

    /**
     * An empty log.
     *
     * @param buffer where the lines come from; this is its one reader
     * @param messages the text of the notes about lines that were dropped
     */
    public LogModel(TranscriptBuffer buffer, Messages messages) {
        this.buffer = buffer;
        this.messages = messages;
    }

    /** The lines that pass the filter, oldest first. */
    ObservableList<ProtocolLine> shown() {
        return shownView;
    }

    /** The numbers of the connections in the log, ascending. */
    ObservableList<Integer> connections() {
        return connectionsView;
    }

    /** Sets what is told, on any thread, that a {@link #drain} is due. */
    void onArrival(Runnable listener) {
        buffer.onArrival(listener);
    }

    /** Whether there is no line at all, shown or not. */
    boolean isEmpty() {
        return kept.isEmpty();
    }

    LogFilter filter() {
        return filter;
    }

    void setFilter(LogFilter filter) {
        this.filter = filter;
        shown.setAll(kept.stream().filter(filter::matches).toList());
    }

    /**
     * Takes what has arrived since the last time; of very much only a part, and the rest is announced again.
     *
     * @return how many of the lines shown before are gone from the beginning
     */
    int drain() {
        TranscriptBuffer.Batch batch = buffer.drain(MOST_AT_ONCE);
        dropped += batch.dropped();
        if (batch.lines().isEmpty()) {
            return 0;
        }
        List<ProtocolLine> arrived = new ArrayList<>(batch.lines());
        if (dropped > 0) {
            arrived.addFirst(new ProtocolLine(
                    arrived.getFirst().at(),
                    LogFilter.ANY_CONNECTION,
                    ProtocolLine.Kind.NOTE,
                    messages.text("log.dropped", dropped)));
            dropped = 0;
        }
        return append(arrived);
    }

    private int append(List<ProtocolLine> arrived) {
        int gone = makeRoom(arrived.size());
        kept.addAll(arrived);
        shown.addAll(arrived.stream().filter(filter::matches).toList());
        for (ProtocolLine line : arrived) {
            noteConnection(line.connection());
        }
        return gone;
    }

    private int makeRoom(int lines) {
        int excess = kept.size() + lines - CAPACITY;
        if (excess <= 0) {
            return 0;
        }
        List<ProtocolLine> oldest = kept.subList(0, Math.min(kept.size(), Math.max(excess, CHUNK)));
        int gone = (int) oldest.stream().filter(filter::matches).count();
        oldest.clear();
        shown.remove(0, gone);
        return gone;
    }

    private void noteConnection(int connection) {
        int place = Collections.binarySearch(connections, connection);
        if (place < 0 && connection != LogFilter.ANY_CONNECTION) {
            connections.add(-place - 1, connection);
        }
    }

    /** Forgets all lines. */
    void clear() {
        kept.clear();
        shown.clear();
        connections.clear();
    }
}
