// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What few servers want of TLS. Filled by picocli. */
final class ProtectionOptions {

    @Option(names = "--client-certificate", paramLabel = "FILE", descriptionKey = "cli.option.clientCertificate")
    private @Nullable Path clientCertificate;

    @Option(names = "--clear-data", descriptionKey = "cli.option.clearData")
    private boolean clearData;

    @Option(names = "--clear-control", descriptionKey = "cli.option.clearControl")
    private boolean clearControl;

    ProtectionOptions() {}

    /** The PKCS#12 file that says who we are. */
    @Nullable
    Path clientCertificate() {
        return clientCertificate;
    }

    /** Whether data connections are not encrypted. */
    boolean clearData() {
        return clearData;
    }

    /** Whether the control connection goes on in clear after the login. */
    boolean clearControl() {
        return clearControl;
    }
}
