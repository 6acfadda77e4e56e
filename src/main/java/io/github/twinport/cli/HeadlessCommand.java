// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.io.IOException;

/** One command. Filled by picocli, run once. */
interface HeadlessCommand {

    /** The options that all commands have. */
    CommonOptions common();

    /**
     * Does it; blocks until it is done.
     *
     * @throws IOException when it cannot be done at all
     */
    ExitCode run(Work work) throws IOException;
}
