// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.control.ProtocolLog;
import io.github.twinport.ftp.control.Secrets;
import io.github.twinport.ftp.data.PassiveReplies.PassiveAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a server may send us, and where not. */
class PassiveTargetsTest {

    private static final String SERVER = "8.8.4.4";
    private static final DataAddressRules FOREIGN = new DataAddressRules(true, false);
    private static final DataAddressRules LOW_PORTS = new DataAddressRules(true, true);

    private final List<ProtocolLine> log = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1", "172.16.3.4", "172.31.255.255", "192.168.1.1", "100.64.0.1", "169.254.1.1", "127.0.0.1",
                "0.0.0.0", "192.0.2.7", "198.51.100.1", "203.0.113.9", "198.19.0.1", "224.0.0.1", "240.0.0.1",
                "255.255.255.255"
            })
    void anAddressThatLeadsNowhereOrToUsIsReplacedEvenWhereOthersAreAllowed(String named) throws Exception {
        assertThat(targets(FOREIGN, SERVER, named, 5000)).containsExactly(SERVER + ":5000");
        assertThat(log.getLast().text()).contains("named " + named + "; connecting to " + SERVER + " instead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "172.32.0.1", "100.128.0.1", "192.0.1.1", "198.20.0.1"})
    void aPublicAddressOfAnotherHostComesSecondAndOnlyWhereItIsAllowed(String named) throws Exception {
        assertThat(targets(DataAddressRules.STRICT, SERVER, named, 5000)).containsExactly(SERVER + ":5000");
        assertThat(targets(FOREIGN, SERVER, named, 5000)).containsExactly(SERVER + ":5000", named + ":5000");
    }

    @Test
    void theServersOwnAddressIsNoMatterOfRules() throws Exception {
        assertThat(targets(FOREIGN, SERVER, SERVER, 5000)).containsExactly(SERVER + ":5000");
        assertThat(log).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8.8.4.4, 1023", "8.8.4.4, 25", "2606:4700::1, 443", "2001:db8::1, 80"})
    void aPortOfAnotherServiceOnAPublicHostIsRefused(String peer, int port) {
        for (DataAddressRules rules : List.of(DataAddressRules.STRICT, FOREIGN)) {
            assertThatThrownBy(() -> extended(rules, peer, port))
                    .isInstanceOf(ProtocolViolation.class)
                    .hasMessageContaining("port " + port);
            assertThatThrownBy(() -> targets(rules, peer, "10.0.0.1", port)).isInstanceOf(ProtocolViolation.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "192.168.1.2", "10.1.2.3", "100.64.0.9", "0:0:0:0:0:0:0:1", "fd00:0:0:0:0:0:0:1"})
    void aLowPortInANetworkOfOurOwnIsUsed(String peer) throws Exception {
        assertThat(extended(DataAddressRules.STRICT, peer, 20)).containsExactly(peer + ":20");
    }

    @Test
    void aLowPortIsUsedWhereItIsAllowed() throws Exception {
        assertThat(extended(LOW_PORTS, SERVER, 1023)).containsExactly(SERVER + ":1023");
        assertThat(targets(LOW_PORTS, SERVER, "9.9.9.9", 1023)).containsExactly(SERVER + ":1023", "9.9.9.9:1023");
    }

    @Test
    void aServerNearbySendsNobodyToALowPortOfAPublicHost() throws Exception {
        assertThat(targets(FOREIGN, "192.168.1.2", "9.9.9.9", 25)).containsExactly("192.168.1.2:25");
    }

    @Test
    void aServerThatOnlyAProxyKnowsIsCalledByItsName() throws Exception {
        ServerPlace server = ServerPlace.behindProxy("ftp.example.org");
        assertThat(texts(chooser(FOREIGN).of(server, 5000))).containsExactly("ftp.example.org:5000");
        assertThat(texts(chooser(FOREIGN).of(server, new PassiveAddress("10.0.0.1", 5000))))
                .containsExactly("ftp.example.org:5000");
        assertThat(texts(chooser(FOREIGN).of(server, new PassiveAddress("9.9.9.9", 5000))))
                .containsExactly("ftp.example.org:5000", "9.9.9.9:5000");
        assertThatThrownBy(() -> chooser(FOREIGN).of(server, 25)).isInstanceOf(ProtocolViolation.class);
        assertThat(texts(chooser(FOREIGN).of(ServerPlace.behindProxy("192.168.1.2"), 25)))
                .containsExactly("192.168.1.2:25");
    }

    private List<String> targets(DataAddressRules rules, String peer, String named, int port) throws ProtocolViolation {
        return texts(chooser(rules).of(ServerPlace.of(InetAddress.ofLiteral(peer)), new PassiveAddress(named, port)));
    }

    private List<String> extended(DataAddressRules rules, String peer, int port) throws ProtocolViolation {
        return texts(chooser(rules).of(ServerPlace.of(InetAddress.ofLiteral(peer)), port));
    }

    private PassiveTargets chooser(DataAddressRules rules) {
        return new PassiveTargets(
                rules, new ProtocolLog(log::add, Clock.systemUTC(), new Secrets(List.of(), StandardCharsets.UTF_8)));
    }

    private static List<String> texts(List<InetSocketAddress> targets) {
        return targets.stream().map(DataDialer::text).toList();
    }
}
