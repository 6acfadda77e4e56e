// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a folder; an empty one, as of a variable that is not set, is never the current folder. */
final class FolderReader implements ITypeConverter<Path> {

    FolderReader() {}

    @Override
    public Path convert(String value) {
        try {
            if (!value.isBlank()) {
                return Path.of(value);
            }
        } catch (InvalidPathException e) {
            throw new TypeConversionException("“" + value + "” is no folder");
        }
        throw new TypeConversionException("the name of the folder is empty");
    }
}
