// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What the program holds, measured again and again while nothing is transferred. */
final class Samples {

    /** How much more may be held in the last quarter than in the first, as a share. */
    private static final double TOLERANCE = 0.10;

    private static final List<String> SERVERS = List.of("pool-", "NioProcessor", "NioSocketAcceptor", "ssl-exec");

    /**
     * One measurement.
     *
     * @param second when it was taken, in seconds since the beginning
     * @param heap bytes in use after a full collection
     * @param threads platform threads, but not those of the server
     * @param files open file descriptors, sockets included
     */
    record Sample(long second, long heap, long threads, long files) {}

    private final List<Sample> samples = new ArrayList<>();

    /** Measures now. */
    void take(long second) {
        System.gc();
        samples.add(new Sample(
                second,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                threads(),
                ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                        .getOpenFileDescriptorCount()));
    }

    /** The server keeps as many as it once had to do something at a time. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> SERVERS.stream().noneMatch(name::startsWith))
                .count();
    }

    /** All of them. */
    List<Sample> all() {
        return samples;
    }

    /** What grew from the first quarter to the last. */
    List<String> growth() {
        List<String> grown = new ArrayList<>();
        compare("heap", Sample::heap, grown);
        compare("threads", Sample::threads, grown);
        compare("open files", Sample::files, grown);
        return grown;
    }

    /** The medians of the first and the last quarter. */
    String summary(String name, ToLongFunction<Sample> value, long unit) {
        return String.format(
                Locale.ROOT, "| %s | %.1f | %.1f |", name, median(value, true) / unit, median(value, false) / unit);
    }

    private void compare(String name, ToLongFunction<Sample> value, List<String> grown) {
        double before = median(value, true);
        double after = median(value, false);
        if (after > before * (1 + TOLERANCE)) {
            grown.add(String.format(Locale.ROOT, "%s grew from %,.0f to %,.0f", name, before, after));
        }
    }

    private double median(ToLongFunction<Sample> value, boolean first) {
        int quarter = Math.max(1, samples.size() / 4);
        long[] sorted = samples.subList(first ? 0 : samples.size() - quarter, first ? quarter : samples.size()).stream()
                .mapToLong(value)
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
