// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import org.jspecify.annotations.Nullable;

/**
 * What a worker found in a folder.
 *
 * @param decided the outcome when there is nothing to transfer, null to let it wait for its turn
 */
record Child(
        TransferRequest request,
        Source source,
        Target target,
        @Nullable Outcome decided) {

    /** The same with other knowledge about its target. */
    Child to(Target other) {
        return new Child(request, source, other, decided);
    }

    /** The same, left alone for a reason. */
    Child skipped(String reason) {
        return new Child(request, source, target, new Outcome.Skipped(reason));
    }
}
