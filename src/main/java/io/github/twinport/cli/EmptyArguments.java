// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Finds arguments that are empty, as those of scripts are whose variables are not set. As a path that would be the current
 * folder, as a URL's path the root: nobody means that.
 */
record EmptyArguments(ParseResult parsed) {

    /** What the first empty argument is called in the help; null where none is. */
    @Nullable
    String first() {
        for (PositionalParamSpec parameter : parsed.matchedPositionals()) {
            if (isEmpty(parameter)) {
                return parameter.paramLabel();
            }
        }
        for (OptionSpec option : parsed.matchedOptions()) {
            if (Path.class.equals(option.type()) && isEmpty(option)) {
                return option.longestName();
            }
        }
        return null;
    }

    private static boolean isEmpty(ArgSpec argument) {
        return argument.originalStringValues().contains("");
    }
}
