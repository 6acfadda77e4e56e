// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many files move at once. */
final class JobsReader implements ITypeConverter<Integer> {

    private static final int MOST = 64;

    JobsReader() {}

    @Override
    public Integer convert(String value) {
        try {
            int jobs = Integer.parseInt(value);
            if (jobs >= 1 && jobs <= MOST) {
                return jobs;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException("“" + value + "” is not a number from 1 to " + MOST);
        }
        throw new TypeConversionException("“" + value + "” is not a number from 1 to " + MOST);
    }
}
