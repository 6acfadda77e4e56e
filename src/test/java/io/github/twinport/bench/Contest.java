// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Programs that do the same work in turn, round by round, so that whatever else the machine does hits all alike.
 *
 * @param name what the work is, with server, protection and connections
 * @param units how much work it is
 * @param unit what is counted, for instance {@code files}
 */
record Contest(String name, double units, String unit, List<Contestant> contestants) {

    /** One program: its name and how to run it once; the work's result is checked outside of the time. */
    record Contestant(String name, Run run) {}

    /** Does the work once and checks its result. */
    @FunctionalInterface
    interface Run {
        Measured run() throws IOException, InterruptedException;
    }

    /** A program's result: medians over all rounds. */
    record Result(String name, Measured median, String failure) {}

    /** Runs all rounds; a program that fails leaves the contest, and its failure is in its result. */
    List<Result> hold(int rounds) throws InterruptedException {
        List<List<Measured>> runs = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        contestants.forEach(contestant -> {
            runs.add(new ArrayList<>());
            failures.add("");
        });
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                if (failures.get(i).isEmpty()) {
                    try {
                        runs.get(i).add(contestants.get(i).run().run());
                    } catch (IOException e) {
                        failures.set(i, String.valueOf(e.getMessage()));
                    }
                }
            }
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            results.add(new Result(contestants.get(i).name(), median(runs.get(i)), failures.get(i)));
        }
        return results;
    }

    private static Measured median(List<Measured> runs) {
        return new Measured(
                middle(runs.stream().mapToDouble(Measured::seconds).sorted().toArray()),
                middle(runs.stream().mapToDouble(Measured::processor).sorted().toArray()),
                (long) middle(
                        runs.stream().mapToDouble(Measured::memory).sorted().toArray()));
    }

    private static double middle(double[] sorted) {
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
