// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a command reaches its server. Filled by picocli. */
final class ServerOptions {

    @Option(names = "--active", descriptionKey = "cli.option.active")
    private boolean active;

    @Option(names = "--tls-version", paramLabel = "VERSION", descriptionKey = "cli.option.tlsVersion")
    private @Nullable String tlsVersion;

    @Option(names = "--trust", paramLabel = "FINGERPRINT", descriptionKey = "cli.option.trust")
    private @Nullable String trust;

    @Option(names = "--insecure", descriptionKey = "cli.option.insecure")
    private boolean insecure;

    @Option(names = "--proxy", paramLabel = "URL", descriptionKey = "cli.option.proxy")
    private @Nullable String proxy;

    @Option(names = "--ftp-proxy", paramLabel = "URL", descriptionKey = "cli.option.ftpProxy")
    private @Nullable String ftpProxy;

    @Option(
            names = "--profile",
            paramLabel = "FOLDER",
            descriptionKey = "cli.option.profile",
            converter = FolderReader.class)
    private @Nullable Path profile;

    @Option(names = "--log", descriptionKey = "cli.option.log")
    private boolean log;

    @Mixin
    private ProtectionOptions protection = new ProtectionOptions();

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            descriptionKey = "cli.option.charset",
            converter = CharsetReader.class)
    private @Nullable Charset charset;

    @Option(names = "--compress", descriptionKey = "cli.option.compress")
    private boolean compress;

    ServerOptions() {}

    ProtectionOptions protection() {
        return protection;
    }

    /** The charset of names and of the password; null where the site, or UTF-8, decides. */
    @Nullable
    Charset charset() {
        return charset;
    }

    boolean compress() {
        return compress;
    }

    boolean active() {
        return active;
    }

    @Nullable
    String tlsVersion() {
        return tlsVersion;
    }

    @Nullable
    String trust() {
        return trust;
    }

    @Nullable
    String proxy() {
        return proxy;
    }

    @Nullable
    String ftpProxy() {
        return ftpProxy;
    }

    boolean insecure() {
        return insecure;
    }

    @Nullable
    Path profile() {
        return profile;
    }

    boolean log() {
        return log;
    }
}
