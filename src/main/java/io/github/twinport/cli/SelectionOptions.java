// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Glob;
import io.github.twinport.cli.plan.Links;
import io.github.twinport.cli.plan.Selection;
import io.github.twinport.files.EntryName;
import io.github.twinport.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What commands take of the folders that they transfer. Filled by picocli. */
final class SelectionOptions {

    @Option(names = "--include", paramLabel = "PATTERN", descriptionKey = "cli.option.include")
    private List<String> includes = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "PATTERN", descriptionKey = "cli.option.exclude")
    private List<String> excludes = new ArrayList<>();

    @Option(names = "--links", paramLabel = "RULE", descriptionKey = "cli.option.links")
    private Links links = Links.FOLLOW;

    SelectionOptions() {}

    /**
     * What the options mean.
     *
     * @param download whether links could be made on this computer
     * @throws UsageException when a pattern cannot be read or links cannot be made
     */
    Selection selection(Messages messages, boolean download) throws UsageException {
        if (links == Links.COPY && !download) {
            throw new UsageException(messages.text("cli.linksUpload"));
        }
        return new Selection(globs(includes, messages), globs(excludes, messages), links);
    }

    private static List<Glob> globs(List<String> patterns, Messages messages) throws UsageException {
        List<Glob> globs = new ArrayList<>();
        for (String pattern : patterns) {
            try {
                globs.add(Glob.of(pattern));
            } catch (IllegalArgumentException e) {
                throw new UsageException(messages.text("cli.badPattern", EntryName.escaped(pattern)));
            }
        }
        return globs;
    }
}
