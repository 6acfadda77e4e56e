// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a speed in bytes per second such as {@code 500K} or {@code 1.5M}, in powers of 1000 like all sizes that are shown. */
final class RateReader implements ITypeConverter<Long> {

    private static final Pattern RATE = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)([KMG]?)");

    RateReader() {}

    @Override
    public Long convert(String value) {
        Matcher rate = RATE.matcher(value.toUpperCase(Locale.ROOT));
        if (!rate.matches()) {
            throw unusable(value);
        }
        double unit = switch (rate.group(2)) {
            case "K" -> 1e3;
            case "M" -> 1e6;
            case "G" -> 1e9;
            default -> 1;
        };
        long bytes = Math.round(Double.parseDouble(rate.group(1)) * unit);
        if (bytes == 0) {
            throw unusable(value);
        }
        return bytes;
    }

    private static TypeConversionException unusable(String value) {
        return new TypeConversionException(
                "“" + value + "” is not a speed from 1 byte per second on, such as 500K or 1.5M");
    }
}
