// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.math.BigInteger;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many of something are meant; what is more than can be counted means all there can be. */
final class CountReader implements ITypeConverter<Long> {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

    CountReader() {}

    @Override
    public Long convert(String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw new TypeConversionException("“" + value + "” is not a whole number");
        }
        BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
        return new BigInteger(value).max(most.negate()).min(most).longValueExact();
    }
}
