// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.afterqueue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** Runs other programs. An interface so that tests run none. */
@FunctionalInterface
interface Programs {

    /** Those of this computer; their output is not read. */
    Programs HERE = command -> new ProcessBuilder(command)
            .redirectInput(Redirect.PIPE)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start()
            .waitFor();

    /**
     * Runs a program and waits for its end.
     *
     * @return its exit code
     * @throws IOException when it cannot be started
     */
    int run(List<String> command) throws IOException, InterruptedException;
}
