// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * How an instance is recognised: its computer, process number and when that process began, because numbers come again.
 *
 * @param host the computer's name
 * @param pid the process number
 * @param startedAt a number for the moment at which the process began, the same whoever asks and whatever happens to the
 *     clock, 0 where the system does not tell
 */
record LivingProcess(String host, long pid, long startedAt) {

    /** In /proc/PID/stat, behind the name, which may hold anything (proc(5): starttime is the 22nd of all). */
    private static final int START_TICKS = 19;

    static LivingProcess current() {
        ProcessHandle process = ProcessHandle.current();
        return new LivingProcess(hostName(), process.pid(), startedAt(process));
    }

    /** Whether both are on the same computer, so that one can see the other. */
    boolean isBeside(LivingProcess other) {
        return host.equals(other.host);
    }

    /** Whether the process has ended; only for those on this computer. One that was suspended for an hour has not. */
    boolean hasEnded() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return true;
        }
        long found = startedAt(process.get());
        return found != 0 && startedAt != 0 && found != startedAt;
    }

    private static long startedAt(ProcessHandle process) {
        try {
            // Java computes the time from the clock and the uptime here, so that it changes when the clock is set.
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
            return ((long) boot.hashCode() << Integer.SIZE) ^ Long.parseLong(fields[START_TICKS]);
        } catch (IOException e) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }
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
