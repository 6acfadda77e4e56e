// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.event.ProtocolLine.Kind;
import io.github.twinport.event.TranscriptBuffer;
import io.github.twinport.i18n.Messages;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LogModelTest {

    private static final EnumSet<Kind> ALL = EnumSet.allOf(Kind.class);

    private final TranscriptBuffer buffer = new TranscriptBuffer(LogModel.CAPACITY);
    private final LogModel model = new LogModel(buffer, Messages.forLocale(Locale.ENGLISH));

    @Test
    void showsWhatArrives() {
        publish(1, Kind.COMMAND, "PWD");
        publish(1, Kind.REPLY, "257 \"/\"");
        model.drain();

        assertThat(texts()).containsExactly("PWD", "257 \"/\"");
    }

    @Test
    void showsOnlyLinesWithTheTextOfTheFilterInAnyCase() {
        publish(1, Kind.COMMAND, "RETR Report.txt");
        publish(1, Kind.COMMAND, "PWD");
        model.drain();

        model.setFilter(new LogFilter(" report ", LogFilter.ANY_CONNECTION, ALL));
        assertThat(texts()).containsExactly("RETR Report.txt");

        publish(1, Kind.COMMAND, "STOR REPORT.txt");
        publish(1, Kind.COMMAND, "NOOP");
        model.drain();
        assertThat(texts()).containsExactly("RETR Report.txt", "STOR REPORT.txt");

        model.setFilter(LogFilter.EVERYTHING);
        assertThat(texts()).hasSize(4);
    }

    @Test
    void showsOnlyOneConnectionOrOneKind() {
        publish(2, Kind.COMMAND, "LIST");
        publish(1, Kind.COMMAND, "NOOP");
        publish(1, Kind.REFUSAL, "530 no");
        model.drain();

        assertThat(model.connections()).containsExactly(1, 2);
        model.setFilter(new LogFilter("", 1, ALL));
        assertThat(texts()).containsExactly("NOOP", "530 no");
        model.setFilter(new LogFilter("", LogFilter.ANY_CONNECTION, EnumSet.of(Kind.REFUSAL)));
        assertThat(texts()).containsExactly("530 no");
    }

    @Test
    void keepsTheNewestLinesWithinItsCapacity() {
        for (int i = 0; i < LogModel.CAPACITY; i++) {
            publish(1, Kind.NOTE, "line " + i);
        }
        drainAll();
        assertThat(model.shown()).hasSize(LogModel.CAPACITY);
        publish(1, Kind.NOTE, "newest");

        int gone = model.drain();

        assertThat(gone).isEqualTo(LogModel.CAPACITY / 10);
        assertThat(model.shown()).hasSize(LogModel.CAPACITY - gone + 1);
        assertThat(model.shown().getFirst().text()).isEqualTo("line " + gone);
        assertThat(model.shown().getLast().text()).isEqualTo("newest");
    }

    @Test
    void forgetsOldLinesAlsoWhereTheFilterHidesThem() {
        for (int i = 0; i < LogModel.CAPACITY; i++) {
            publish(1, i % 2 == 0 ? Kind.COMMAND : Kind.REPLY, "line " + i);
        }
        drainAll();
        model.setFilter(new LogFilter("", LogFilter.ANY_CONNECTION, EnumSet.of(Kind.COMMAND)));
        publish(1, Kind.COMMAND, "newest");

        assertThat(model.drain()).isEqualTo(LogModel.CAPACITY / 20);
        assertThat(model.shown().getFirst().text()).isEqualTo("line " + LogModel.CAPACITY / 10);
    }

    @Test
    void tellsHowManyLinesWereDroppedBeforeThoseThatAreLeft() {
        for (int i = 0; i < LogModel.CAPACITY + 1234; i++) {
            publish(1, Kind.COMMAND, "line " + i);
        }
        model.drain();

        assertThat(model.shown().getFirst().kind()).isEqualTo(Kind.NOTE);
        assertThat(model.shown().getFirst().text()).startsWith("1,234 lines dropped");
        assertThat(model.shown().get(1).text()).isEqualTo("line 1234");

        drainAll();
        publish(1, Kind.COMMAND, "after");
        drainAll();
        assertThat(model.shown()).hasSizeLessThanOrEqualTo(LogModel.CAPACITY);
        assertThat(model.shown().getLast().text()).isEqualTo("after");
        assertThat(texts().stream().filter(text -> text.contains("dropped")).count())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void threeHundredThousandLinesAreFewAnnouncementsAndDrains() {
        AtomicInteger announced = new AtomicInteger();
        buffer.onArrival(announced::incrementAndGet);
        for (int i = 0; i < 300_000; i++) {
            publish(1, Kind.REPLY, "line");
        }
        assertThat(announced).hasValue(1);

        int drains = drainAll();

        assertThat(drains).isEqualTo(6);
        assertThat(announced).hasValue(5);
        assertThat(model.shown()).hasSizeLessThanOrEqualTo(LogModel.CAPACITY);
        assertThat(model.shown()).hasSizeGreaterThan(LogModel.CAPACITY * 8 / 10);
    }

    @Test
    void clearsEverything() {
        publish(3, Kind.COMMAND, "PWD");
        model.drain();
        model.clear();
        model.setFilter(LogFilter.EVERYTHING);

        assertThat(model.shown()).isEmpty();
        assertThat(model.connections()).isEmpty();
    }

    private int drainAll() {
        int drains = 0;
        int before;
        do {
            before = model.shown().size();
            model.drain();
            drains++;
        } while (model.shown().size() > before);
        return drains;
    }

    private void publish(int connection, Kind kind, String text) {
        buffer.line(new ProtocolLine(Instant.EPOCH, connection, kind, text));
    }

    private List<String> texts() {
        return model.shown().stream().map(ProtocolLine::text).toList();
    }
}
