// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.proxy;

import java.io.IOException;

/** A proxy does not connect us, or says what no proxy says. */
final class ProxyRefusal extends IOException {

    private static final long serialVersionUID = 1;

    ProxyRefusal(String message) {
        super(message);
    }
}
