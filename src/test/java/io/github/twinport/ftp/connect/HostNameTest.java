// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.FtpException.UnknownHost;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostNameTest {

    @ParameterizedTest
    @CsvSource({
        "bücher.example, xn--bcher-kva.example",
        "例え.jp, xn--r8jz45g.jp",
        "ftp.example.org, ftp.example.org",
        "my_host, my_host",
        "127.0.0.1, 127.0.0.1",
        "::1, ::1",
        "fe80::1%eth0, fe80::1%eth0"
    })
    void namesBeyondAsciiAreEncoded(String host, String ascii) throws UnknownHost {
        assertThat(HostName.ascii(server(host))).isEqualTo(server(ascii));
    }

    @Test
    void aNameThatIsNoneIsAnUnknownHost() {
        assertThatThrownBy(() -> HostName.ascii(server("ü".repeat(80) + ".example")))
                .isInstanceOfSatisfying(
                        UnknownHost.class, e -> assertThat(e.host()).startsWith("üü"));
    }

    @Test
    void addressesNeedNoNameService() throws UnknownHost {
        assertThat(HostName.resolve("::1", 21))
                .containsExactly(new InetSocketAddress(InetAddress.ofLiteral("::1"), 21));
        assertThat(HostName.resolve("127.0.0.1", 2121))
                .containsExactly(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 2121));
    }

    @Test
    void theZoneOfAnAddressIsKept() throws Exception {
        NetworkInterface any = NetworkInterface.networkInterfaces().findFirst().orElseThrow();
        List<InetSocketAddress> found = HostName.resolve("fe80::1%" + any.getIndex(), 21);
        assertThat(found).hasSize(1);
        assertThat(((Inet6Address) found.getFirst().getAddress()).getScopeId()).isEqualTo(any.getIndex());
    }

    private static Server server(String host) {
        return new Server(host, 21, Security.PLAIN);
    }
}
