// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.ftp.FtpException.Unreachable;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.control.ControlConnection;
import io.github.twinport.ftp.control.ProtocolLog;
import io.github.twinport.ftp.control.Secrets;
import io.github.twinport.ftp.control.Watchdog;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several addresses for one data connection. */
class DataDialerTest {

    private final List<ProtocolLine> log = new ArrayList<>();
    private final Watchdog watchdog = new Watchdog(Timeouts.DEFAULT);
    private ServerSocketChannel listener;
    private InetSocketAddress open;
    private InetSocketAddress closed;
    private DataDialer dialer;

    @BeforeEach
    void listen() throws Exception {
        listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 0));
        open = (InetSocketAddress) listener.getLocalAddress();
        closed = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), open.getPort());
        dialer = new DataDialer(
                new ControlConnection(
                        SocketChannel.open(),
                        watchdog,
                        new ProtocolLog(log::add, Clock.systemUTC(), new Secrets(List.of(), StandardCharsets.UTF_8))),
                null);
    }

    @AfterEach
    void close() throws Exception {
        listener.close();
        watchdog.close();
    }

    @Test
    void goesOnToTheSecondAddressAndBeginsWithItNextTime() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (SocketChannel socket = dialer.connect(List.of(closed, open))) {
                assertThat(socket.getRemoteAddress()).isEqualTo(open);
            }
            assertThat(log.getLast().text()).isEqualTo("data connection with 127.0.0.2:" + open.getPort());
        }
    }

    @Test
    void tellsWhyTheFirstAddressDoesNotWorkWhereNoneDoes() throws Exception {
        listener.close();
        assertThatThrownBy(() -> dialer.connect(List.of(closed, open))).isInstanceOfSatisfying(Unreachable.class, e -> {
            assertThat(e.hostAndPort()).isEqualTo("127.0.0.1:" + open.getPort());
            assertThat(e.phase()).isEqualTo(Phase.DATA_CONNECT);
        });
    }
}
