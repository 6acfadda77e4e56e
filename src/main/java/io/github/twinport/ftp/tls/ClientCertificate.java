// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.tls;

import java.nio.file.Path;

/**
 * Where the certificate is with which this side proves who it is. Read anew for each control connection. The text form
 * shows the file only. Immutable; any thread.
 *
 * @param file a PKCS#12 file with a private key and its certificate
 * @param password opens the file and the key; may be empty
 */
public record ClientCertificate(Path file, String password) {

    @Override
    public String toString() {
        return "ClientCertificate[" + file + "]";
    }
}
