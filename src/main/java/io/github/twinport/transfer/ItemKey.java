// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.files.RemotePath;
import java.nio.file.Path;

/** What makes two requests the same item, see {@link TransferRequest#isSameItem}. */
record ItemKey(ServerKey server, Direction direction, boolean folder, Path local, RemotePath remote) {

    static ItemKey of(TransferRequest request) {
        return new ItemKey(
                ServerKey.of(request), request.direction(), request.folder(), request.local(), request.remote());
    }
}
