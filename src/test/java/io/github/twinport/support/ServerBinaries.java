// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files of Debian's server packages: installed, or unpacked under the folder that the environment variable
 * {@code TWINPORT_SERVERS} names (default {@code ~/.cache/twinport-servers}), one folder per server, because the
 * packages cannot be installed together.
 */
final class ServerBinaries {

    private ServerBinaries() {}

    /** The first of these paths that exists, each looked for in the server's unpacked folder and then in the system. */
    static Optional<Path> find(String server, String path) {
        return Stream.of(unpacked().resolve(server).resolve(path), Path.of("/").resolve(path))
                .filter(Files::exists)
                .findFirst();
    }

    /** Like {@link #find}, for a file that {@link #missing} has already looked for. */
    static Path get(String server, String path) {
        return find(server, path).orElseThrow(() -> new AssertionError(path + " of " + server + " is missing"));
    }

    /** Which of these paths exist nowhere. */
    static List<String> missing(String server, String... paths) {
        return Stream.of(paths).filter(path -> find(server, path).isEmpty()).toList();
    }

    private static Path unpacked() {
        String folder = System.getenv("TWINPORT_SERVERS");
        return folder == null || folder.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "twinport-servers")
                : Path.of(folder);
    }
}
