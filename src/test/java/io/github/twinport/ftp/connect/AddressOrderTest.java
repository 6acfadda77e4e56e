// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressOrderTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1 10.0.0.2 fd00::1 fd00::2, fd00::1 10.0.0.1 fd00::2 10.0.0.2",
        "10.0.0.1 10.0.0.2 10.0.0.3 fd00::1, fd00::1 10.0.0.1 10.0.0.2 10.0.0.3",
        "fd00::1 fd00::2 10.0.0.1, fd00::1 10.0.0.1 fd00::2",
        "10.0.0.2 10.0.0.1, 10.0.0.2 10.0.0.1",
        "fd00::2, fd00::2"
    })
    void theFamiliesTakeTurns(String given, String ordered) {
        assertThat(AddressOrder.of(addresses(given))).isEqualTo(addresses(ordered));
    }

    private static List<InetAddress> addresses(String text) {
        return Stream.of(text.split(" ", -1)).map(InetAddress::ofLiteral).toList();
    }
}
