// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.files.EntryName;
import io.github.twinport.i18n.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The name of a single file or folder where it arrives. Filled by picocli. */
final class NameOption {

    @Option(names = "--as", paramLabel = "NAME", descriptionKey = "cli.option.as")
    private @Nullable String name;

    NameOption() {}

    /**
     * Checks the name.
     *
     * @param sources how many files and folders are transferred
     * @throws UsageException when it is no single name, or cannot be that of all of them
     */
    void check(Messages messages, int sources) throws UsageException {
        String given = name;
        if (given != null && !EntryName.isPlain(given)) {
            throw new UsageException(messages.text("cli.asNoName", EntryName.escaped(given)));
        }
        if (given != null && sources > 1) {
            throw new UsageException(messages.text("cli.asOneOnly"));
        }
    }

    /** The name, or the own one where none is given. */
    String or(String own) {
        return name == null ? own : name;
    }
}
