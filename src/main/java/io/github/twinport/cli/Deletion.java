// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import io.github.twinport.cli.plan.Step;
import java.io.IOException;
import java.util.List;

/** Deletes what a plan has named in a target, and nothing else. Belongs to the command's thread. */
interface Deletion {

    /**
     * Deletes; what cannot be deleted is told and left.
     *
     * @param steps what a folder holds before the folder
     * @return whether all is gone
     * @throws IOException when the target cannot be reached any more
     */
    boolean run(List<Step> steps) throws IOException;
}
