// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TranscriptBufferTest {

    @Test
    void handsLinesOverInTheirOrderAndOnce() {
        TranscriptBuffer buffer = new TranscriptBuffer(10);
        buffer.line(line(1, "USER"));
        buffer.line(line(1, "PASS"));

        assertThat(texts(buffer.drain(1000))).containsExactly("USER", "PASS");
        assertThat(buffer.drain(1000)).isEqualTo(new TranscriptBuffer.Batch(0, List.of()));
    }

    @Test
    void dropsTheOldestAndCountsThem() {
        TranscriptBuffer buffer = new TranscriptBuffer(3);
        for (int i = 0; i < 10; i++) {
            buffer.line(line(1, "line " + i));
        }

        TranscriptBuffer.Batch batch = buffer.drain(1000);

        assertThat(batch.dropped()).isEqualTo(7);
        assertThat(texts(batch)).containsExactly("line 7", "line 8", "line 9");
        assertThat(buffer.drain(1000).dropped()).isZero();
    }

    @Test
    void announcesLinesOnceUntilTheyAreTaken() {
        TranscriptBuffer buffer = new TranscriptBuffer(100_000);
        AtomicInteger announced = new AtomicInteger();
        buffer.onArrival(announced::incrementAndGet);

        for (int i = 0; i < 300_000; i++) {
            buffer.line(line(1, "line"));
        }
        assertThat(announced).hasValue(1);

        buffer.drain(100_000);
        buffer.line(line(1, "line"));
        assertThat(announced).hasValue(2);
    }

    @Test
    void announcesLinesThatCameBeforeTheListener() {
        TranscriptBuffer buffer = new TranscriptBuffer(10);
        buffer.line(line(1, "early"));
        AtomicInteger announced = new AtomicInteger();

        buffer.onArrival(announced::incrementAndGet);
        buffer.line(line(1, "later"));

        assertThat(announced).hasValue(1);
    }

    @Test
    void announcesWhatIsLeftOver() {
        TranscriptBuffer buffer = new TranscriptBuffer(10);
        AtomicInteger announced = new AtomicInteger();
        buffer.onArrival(announced::incrementAndGet);
        for (int i = 0; i < 5; i++) {
            buffer.line(line(1, "line " + i));
        }

        assertThat(texts(buffer.drain(3))).containsExactly("line 0", "line 1", "line 2");
        assertThat(announced).hasValue(2);
        assertThat(texts(buffer.drain(3))).containsExactly("line 3", "line 4");
        assertThat(announced).hasValue(2);
    }

    @Test
    void losesNoLineUncountedWhileManyThreadsPublish() throws InterruptedException {
        int threads = 8;
        int each = 20_000;
        TranscriptBuffer buffer = new TranscriptBuffer(500);
        CountDownLatch running = new CountDownLatch(threads);
        for (int i = 1; i <= threads; i++) {
            int connection = i;
            Thread.ofVirtual().start(() -> {
                for (int number = 0; number < each; number++) {
                    buffer.line(line(connection, Integer.toString(number)));
                }
                running.countDown();
            });
        }

        long dropped = 0;
        long taken = 0;
        int[] latest = new int[threads + 1];
        Arrays.fill(latest, -1);
        boolean last = false;
        while (!last) {
            last = running.getCount() == 0;
            TranscriptBuffer.Batch batch = buffer.drain(1000);
            assertThat(batch.lines()).hasSizeLessThanOrEqualTo(1000);
            dropped += batch.dropped();
            taken += batch.lines().size();
            for (ProtocolLine line : batch.lines()) {
                int number = Integer.parseInt(line.text());
                assertThat(number).isGreaterThan(latest[line.connection()]);
                latest[line.connection()] = number;
            }
        }
        running.await();

        assertThat(taken + dropped).isEqualTo((long) threads * each);
    }

    @Test
    void numbersTheConnectionsFromOne() {
        TranscriptBuffer buffer = new TranscriptBuffer(10);

        assertThat(buffer.nextConnection()).isEqualTo(1);
        assertThat(buffer.nextConnection()).isEqualTo(2);
    }

    @Test
    void refusesToHoldNothing() {
        assertThatThrownBy(() -> new TranscriptBuffer(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ProtocolLine line(int connection, String text) {
        return new ProtocolLine(Instant.EPOCH, connection, ProtocolLine.Kind.COMMAND, text);
    }

    private static List<String> texts(TranscriptBuffer.Batch batch) {
        return batch.lines().stream().map(ProtocolLine::text).toList();
    }
}
