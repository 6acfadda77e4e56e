// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Selection;
import io.github.twinport.files.Entry;
import io.github.twinport.ftp.TransferType;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import io.github.twinport.transfer.ParallelTransferQueue;
import io.github.twinport.transfer.QueueOrder;
import io.github.twinport.transfer.TreeWalk;
import io.github.twinport.transfer.rules.Decision;
import io.github.twinport.transfer.rules.ExistingRule;
import io.github.twinport.transfer.rules.RenamePattern;
import io.github.twinport.transfer.rules.RenameProblems;
import io.github.twinport.transfer.rules.SiteRules;
import io.github.twinport.transfer.rules.TemporaryRule;
import io.github.twinport.transfer.rules.TransferRules;
import io.github.twinport.transfer.rules.Verification;
import io.github.twinport.transfer.speed.SpeedLimit;
import io.github.twinport.transfer.speed.SpeedPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How commands that move files do it. Filled by picocli. */
final class TransferOptions {

    @Option(names = "--jobs", paramLabel = "N", descriptionKey = "cli.option.jobs", converter = JobsReader.class)
    private @Nullable Integer jobs;

    @Option(
            names = "--if-exists",
            paramLabel = "RULE",
            descriptionKey = "cli.option.ifExists",
            converter = ExistingRuleReader.class)
    private ExistingRule ifExists = ExistingRule.CHANGED;

    @Option(names = "--rename-pattern", paramLabel = "PATTERN", descriptionKey = "cli.option.renamePattern")
    private String renamePattern = RenamePattern.STANDARD.text();

    @Option(names = "--resume", descriptionKey = "cli.option.resume")
    private boolean resume;

    @Option(names = "--verify", paramLabel = "RULE", descriptionKey = "cli.option.verify")
    private @Nullable VerifyRule verify;

    @Option(names = "--temporary-names", paramLabel = "WHEN", descriptionKey = "cli.option.temporaryNames")
    private @Nullable TemporaryRule temporaryNames;

    @Option(
            names = "--limit-rate",
            paramLabel = "RATE",
            descriptionKey = "cli.option.limitRate",
            converter = RateReader.class)
    private long rate;

    @Option(names = "--order", paramLabel = "ORDER", descriptionKey = "cli.option.order", converter = OrderReader.class)
    private QueueOrder order = QueueOrder.LISTED;

    @Option(names = "--permissions", descriptionKey = "cli.option.permissions")
    private boolean permissions;

    @Option(names = "--no-sync", descriptionKey = "cli.option.noSync")
    private boolean noSync;

    @Option(names = "--ascii", descriptionKey = "cli.option.ascii")
    private boolean ascii;

    @Mixin
    private SelectionOptions selecting = new SelectionOptions();

    @Option(
            names = "--max-entries",
            paramLabel = "N",
            descriptionKey = "cli.option.maxEntries",
            converter = CountReader.class)
    private long mostEntries = TreeWalk.MOST_ENTRIES;

    @Option(names = "--dry-run", descriptionKey = "cli.option.dryRun")
    private boolean dryRun;

    TransferOptions() {}

    /** How many connections move files at once, or {@link ParallelTransferQueue#AUTOMATIC}. */
    int jobs() {
        return jobs == null ? ParallelTransferQueue.AUTOMATIC : jobs;
    }

    /** Whether files are done only when the disk has them. */
    boolean durable() {
        return !noSync;
    }

    /** Which files come first. */
    QueueOrder order() {
        return order;
    }

    /** What the bytes of files mean. */
    TransferType type() {
        return ascii ? TransferType.ASCII : TransferType.BINARY;
    }

    /** The rules for every file; what the command line does not say is as the site has it, where one is named. */
    TransferRules rules(@Nullable Site site) {
        TransferRules usual = rules();
        if (site == null) {
            return usual;
        }
        TransferRules saved = SiteRules.of(site.options().transfers(), usual);
        TransferRules named = temporaryNames == null ? saved : saved.withTemporaryNames(temporaryNames);
        return verify == null ? named : named.withVerification(verify.verification());
    }

    private TransferRules rules() {
        return TransferRules.DEFAULT
                .withExisting(resume ? ExistingRule.RESUME : ifExists)
                .withRenamePattern(new RenamePattern(renamePattern))
                .withPermissions(permissions)
                .withTemporaryNames(temporaryNames == null ? TemporaryRule.AUTO : temporaryNames)
                .withVerification(verify == null ? Verification.OFF : verify.verification());
    }

    /** How fast all files together may move; a command moves them in one direction only. */
    SpeedPlan speed() {
        return SpeedPlan.UNLIMITED.withAlways(new SpeedLimit(rate, rate));
    }

    /** What is done with a file whose target exists. */
    Decision decide(Entry source, Entry target) {
        return rules().existing().decide(source, target).orElse(Decision.SKIP);
    }

    /**
     * What of folders is transferred.
     *
     * @throws UsageException when an option makes no sense
     */
    Selection selection(Messages messages, boolean download) throws UsageException {
        String problem = new RenameProblems(messages).of(renamePattern).orElse(null);
        if (problem != null) {
            throw new UsageException(messages.text("cli.badRenamePattern", renamePattern, problem));
        }
        if (mostEntries < 1) {
            throw new UsageException(messages.text("cli.badMaxEntries", mostEntries));
        }
        return selecting.selection(messages, download);
    }

    /** How many entries of a tree are looked at. */
    long mostEntries() {
        return mostEntries;
    }

    /** Whether it is only shown what would be done. */
    boolean dryRun() {
        return dryRun;
    }
}
