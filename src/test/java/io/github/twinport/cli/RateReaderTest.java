// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** What {@code --limit-rate} takes. */
class RateReaderTest {

    @ParameterizedTest
    @CsvSource({"1,1", "500k,500000", "500K,500000", "1.5M,1500000", "2g,2000000000"})
    void readsBytesThousandsMillionsAndBillions(String text, long bytesPerSecond) {
        assertThat(new RateReader().convert(text)).isEqualTo(bytesPerSecond);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.0001K", "-1", "fast", "1T", "1 M", "1.M", "99999999999999999999"})
    void refusesWhatIsNoSpeed(String text) {
        assertThatThrownBy(() -> new RateReader().convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
