// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.listing;

import io.github.twinport.files.Entry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Listings of 100,000 lines, from text to entries that are kept; the result is lines per second on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ListingBenchmark {

    private static final int LINES = 100_000;
    private static final ListingClock CLOCK = new ListingClock(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

    /** What the server was asked for. */
    @Param({"MLSD", "LIST"})
    public ListingFormat format = ListingFormat.MLSD;

    private List<String> lines = List.of();

    /** Makes the lines: names, sizes and times all differ. */
    @Setup
    public void makeLines() {
        lines = new ArrayList<>(LINES);
        for (int i = 0; i < LINES; i++) {
            lines.add(
                    switch (format) {
                        case MLSD ->
                            "type=file;size=%d;modify=202603%02d%02d%02d00;UNIX.mode=0644;UNIX.uid=1000;UNIX.gid=1000; file-%d.dat"
                                    .formatted(i * 7L, i % 28 + 1, i % 24, i % 60, i);
                        case LIST ->
                            "-rw-r--r--   1 user     group    %10d Mar %2d %02d:%02d file-%d.dat"
                                    .formatted(i * 7L, i % 28 + 1, i % 24, i % 60, i);
                    });
        }
    }

    /** Reads one listing. */
    @Benchmark
    @OperationsPerInvocation(LINES)
    public List<Entry> read() {
        List<Entry> entries = new ArrayList<>(LINES);
        ListingParser parser = new ListingParser(format, CLOCK);
        for (String line : lines) {
            parser.line(line, entries::add);
        }
        parser.finish(entries::add);
        if (entries.size() != LINES) {
            throw new IllegalStateException(entries.size() + " of " + LINES + " lines were read");
        }
        return entries;
    }
}
