// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PromptAcknowledgementTest {

    @Test
    void isGivenWhereTheSystemCanBeTold() throws IOException {
        PromptAcknowledgement acknowledgement;
        try (ServerSocketChannel listener =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
                SocketChannel socket = SocketChannel.open(listener.getLocalAddress())) {
            Assumptions.assumeTrue(socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK));
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, false);
            acknowledgement = new PromptAcknowledgement(socket);
            acknowledgement.give();
            assertThat(socket.getOption(ExtendedSocketOptions.TCP_QUICKACK)).isTrue();
        }
        assertThatThrownBy(acknowledgement::give).isInstanceOf(ClosedChannelException.class);
    }
}
