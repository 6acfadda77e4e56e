// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.ftp.TransferType;
import io.github.twinport.transfer.rules.ExistingRule;
import io.github.twinport.transfer.rules.TransferRules;
import io.github.twinport.transfer.rules.Verification;
import picocli.CommandLine.Option;

/** How commands that move files do it. Filled by picocli. */
final class TransferOptions {

    private static final int MOST_JOBS = 64;

    @Option(names = "--jobs", paramLabel = "N", descriptionKey = "cli.option.jobs")
    private int jobs = 4;

    @Option(
            names = "--if-exists",
            paramLabel = "RULE",
            descriptionKey = "cli.option.ifExists",
            converter = ExistingRuleReader.class)
    private ExistingRule ifExists = ExistingRule.CHANGED;

    @Option(names = "--resume", descriptionKey = "cli.option.resume")
    private boolean resume;

    @Option(names = "--ascii", descriptionKey = "cli.option.ascii")
    private boolean ascii;

    TransferOptions() {}

    /** How many connections move files at once. */
    int jobs() {
        return Math.clamp(jobs, 1, MOST_JOBS);
    }

    /** What the bytes of files mean. */
    TransferType type() {
        return ascii ? TransferType.ASCII : TransferType.BINARY;
    }

    /** The rules for every file. */
    TransferRules rules() {
        return TransferRules.DEFAULT
                .withExisting(resume ? ExistingRule.RESUME : ifExists)
                .withVerification(Verification.OFF);
    }
}
