// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

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

    DeleteOptions() {}

    /** Whether what only the target has is deleted. */
    boolean delete() {
        return delete || everything;
    }

    /** Whether nobody is asked. */
    boolean yes() {
        return yes;
    }

    /** Whether deleting all that the target has is meant. */
    boolean everything() {
        return everything;
    }
}
