// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.DeletionLimit;
import io.github.twinport.i18n.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether {@code mirror} deletes. Filled by picocli. */
final class DeleteOptions {

    @Option(names = "--delete", descriptionKey = "cli.option.delete")
    private boolean delete;

    @Option(
            names = {"-y", "--yes"},
            descriptionKey = "cli.option.yes")
    private boolean yes;

    @Option(names = "--delete-all", descriptionKey = "cli.option.deleteAll")
    private boolean everything;

    @Option(
            names = "--max-delete",
            paramLabel = "N",
            descriptionKey = "cli.option.maxDelete",
            converter = CountReader.class)
    private @Nullable Long most;

    DeleteOptions() {}

    /** Whether what only the target has is deleted. */
    boolean delete() {
        return delete || everything;
    }

    /** Whether nobody is asked. */
    boolean yes() {
        return yes;
    }

    /**
     * How many deletions are meant for sure.
     *
     * @throws UsageException when that is no number of deletions
     */
    DeletionLimit limit(Messages messages) throws UsageException {
        if (most == null) {
            return everything ? DeletionLimit.STANDARD.ofAnyShare() : DeletionLimit.STANDARD;
        }
        if (most < 0) {
            throw new UsageException(messages.text("cli.badMaxDelete", most));
        }
        return DeletionLimit.of(most);
    }

    /** Whether deleting all that the target has is meant. */
    boolean everything() {
        return everything;
    }
}
