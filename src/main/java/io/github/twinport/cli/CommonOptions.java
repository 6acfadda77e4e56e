// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command takes. Filled by picocli. */
final class CommonOptions {

    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "cli.option.help")
    private boolean help;

    @Mixin
    private ServerOptions connection = new ServerOptions();

    CommonOptions() {}

    boolean json() {
        return json;
    }

    boolean help() {
        return help;
    }

    ServerOptions connection() {
        return connection;
    }
}
