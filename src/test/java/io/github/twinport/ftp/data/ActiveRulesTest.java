// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ports and addresses of active mode. */
class ActiveRulesTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, 192.168.1.5, 9.9.9.9, 8.8.8.8",
        "8.8.8.8, 192.168.1.5, 192.168.1.9, 192.168.1.5",
        "8.8.8.8, 127.0.0.1, 127.0.0.1, 127.0.0.1",
        "10.0.0.9, 192.168.1.5, 192.168.1.9, 10.0.0.9",
        "8.8.8.8, 2606:4700:0:0:0:0:0:5, 2606:4700:0:0:0:0:0:9, 2606:4700:0:0:0:0:0:5",
        "2606:4700:0:0:0:0:0:1, fd00:0:0:0:0:0:0:5, 2606:4700:0:0:0:0:0:9, 2606:4700:0:0:0:0:0:1"
    })
    void theExternalAddressIsNamedToThoseWhoComeFromOutside(
            String external, String local, String server, String announced) {
        ActiveRules rules = new ActiveRules(0, 0, InetAddress.ofLiteral(external));
        assertThat(rules.announced(InetAddress.ofLiteral(local), InetAddress.ofLiteral(server))
                        .getHostAddress())
                .isEqualTo(announced);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "0, 5", "5, 4", "5, 65536", "0, -1"})
    void aRangeThatIsNoneIsRefused(int first, int last) {
        assertThatThrownBy(() -> new ActiveRules(first, last, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyPortOfTheRangeIsTried() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
            int port = taken.getLocalPort();
            ActiveRules some = new ActiveRules(port - 10, port + 10, null);
            for (int i = 0; i < 100; i++) {
                try (ServerSocketChannel listener = PortSearch.listen(LOOPBACK, some)) {
                    assertThat(((InetSocketAddress) listener.getLocalAddress()).getPort())
                            .isBetween(port - 10, port + 10)
                            .isNotEqualTo(port);
                }
            }
        }
    }

    @Test
    void aRangeWithoutAFreePortIsAFailure() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
            ActiveRules one = new ActiveRules(taken.getLocalPort(), taken.getLocalPort(), null);
            assertThatThrownBy(() -> PortSearch.listen(LOOPBACK, one)).isInstanceOf(BindException.class);
        }
    }
}
