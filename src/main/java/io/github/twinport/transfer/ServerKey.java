// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import io.github.twinport.ftp.Server;

/** Whose connections count together: one user on one server. */
record ServerKey(Server server, String user) {

    static ServerKey of(TransferRequest request) {
        return new ServerKey(
                request.connection().server(),
                request.connection().credentials().user());
    }
}
