// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds temporary files, whose names are random. */
public final class TemporaryFiles {

    private static final Pattern TOKEN = Pattern.compile(
            "[.][a-z2-7]{5}-[a-z2-7]{8}(?=[.]twinport-)|(?<=twinport-(part|old))-[a-z2-7]{5}-[a-z2-7]{8}(?=-)");

    private TemporaryFiles() {}

    /** A text in which the names of temporary files have lost what is random in them. */
    public static String plain(String text) {
        return TOKEN.matcher(text).replaceAll("");
    }

    /** The temporary file beside a target; a path at which nothing stands when there is none. */
    public static Path beside(Path target) {
        Path expected = target.resolveSibling("." + target.getFileName() + ".twinport-part");
        Path folder = expected.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return expected;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (plain(entry.getFileName().toString())
                        .equals(expected.getFileName().toString())) {
                    return entry;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return expected;
    }
}
