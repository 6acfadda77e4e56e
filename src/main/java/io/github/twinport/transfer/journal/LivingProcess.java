// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an instance is recognised: its computer, process number and when that process began, because numbers come again.
 *
 * @param host the computer's name
 * @param pid the process number
 * @param startedAt when the process began in milliseconds since 1970, 0 where the system does not tell
 */
record LivingProcess(String host, long pid, long startedAt) {

    /** Systems compute the time from the clock's and the computer's uptime, which differ a little each time. */
    private static final long TOLERANCE_MILLIS = Duration.ofSeconds(3).toMillis();

    /** Without a sign of life for so long an instance on another computer counts as ended. */
    static final Duration LEASE = Duration.ofSeconds(15);

    static LivingProcess current() {
        ProcessHandle process = ProcessHandle.current();
        return new LivingProcess(hostName(), process.pid(), startedAt(process));
    }

    /**
     * Whether the instance has ended. On this computer the process itself tells, so that one that was suspended for an
     * hour has not; elsewhere the time since its last sign of life.
     */
    boolean hasEnded(LivingProcess observer, long aliveAt, long now) {
        if (!host.equals(observer.host)) {
            return now - aliveAt > LEASE.toMillis();
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return true;
        }
        long found = startedAt(process.get());
        return found != 0 && startedAt != 0 && Math.abs(found - startedAt) > TOLERANCE_MILLIS;
    }

    private static long startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** Without the network, which may take seconds to tell. */
    private static String hostName() {
        String windows = System.getenv("COMPUTERNAME");
        if (windows != null) {
            return windows;
        }
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
