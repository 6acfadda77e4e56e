// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.FtpException.Unreachable;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.control.ProtocolLog;
import io.github.twinport.ftp.control.Secrets;
import io.github.twinport.ftp.control.Watchdog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several addresses of one server, of which some do not answer. */
class ConnectRaceTest {

    private static final Duration LIMIT = Duration.ofMillis(600);

    private final List<ProtocolLine> log = new CopyOnWriteArrayList<>();
    private final List<SocketChannel> opened = new ArrayList<>();
    private final Watchdog watchdog = new Watchdog(new Timeouts(LIMIT, LIMIT, LIMIT, LIMIT, LIMIT, LIMIT));
    private final List<Socket> fillers = new ArrayList<>();
    private ServerSocketChannel listener;
    private ServerSocketChannel silentListener;
    private InetSocketAddress open;
    private InetSocketAddress silent;
    private InetSocketAddress closed;

    @BeforeEach
    void listen() throws IOException {
        listener = listenOn("127.0.0.2", 50);
        open = (InetSocketAddress) listener.getLocalAddress();
        closed = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), open.getPort());
        silentListener = listenOn("127.0.0.3", 1);
        silent = (InetSocketAddress) silentListener.getLocalAddress();
        fill(silent);
    }

    /** A listener whose queue is full drops what comes, as a filter does. */
    private void fill(InetSocketAddress address) throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket filler = new Socket();
            fillers.add(filler);
            try {
                filler.connect(address, 100);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new AssertionError("the queue never fills");
    }

    private static ServerSocketChannel listenOn(String address, int backlog) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0), backlog);
        return channel;
    }

    @AfterEach
    void close() throws IOException {
        watchdog.close();
        listener.close();
        silentListener.close();
        for (Socket filler : fillers) {
            filler.close();
        }
    }

    @Test
    void theSecondAddressWinsWhereTheFirstIsSilent() throws IOException {
        long begun = System.nanoTime();
        try (SocketChannel winner = race(silent, open).connect("it")) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(ConnectRace.STAGGER);
            assertThat(winner.getRemoteAddress()).isEqualTo(open);
            assertThat(winner.isBlocking()).isTrue();
            assertThat(opened).hasSize(2).filteredOn(SocketChannel::isOpen).containsExactly(winner);
        }
    }

    @Test
    void aRefusalHandsOverAtOnce() throws IOException {
        try (SocketChannel winner = race(closed, open, silent).connect("it")) {
            assertThat(winner.getRemoteAddress()).isEqualTo(open);
            assertThat(opened).hasSize(2).filteredOn(SocketChannel::isOpen).containsExactly(winner);
            assertThat(texts()).contains("connecting to 127.0.0.1 port " + open.getPort());
        }
    }

    @Test
    void theFirstThatAnswersIsNotWaitedForByOthers() throws IOException {
        try (SocketChannel winner = race(open, silent).connect("it")) {
            assertThat(winner.getRemoteAddress()).isEqualTo(open);
            assertThat(opened).containsExactly(winner);
        }
    }

    @Test
    void whereAllRefuseTheServerIsUnreachable() {
        assertThatThrownBy(() -> race(closed, closed).connect("it:21")).isInstanceOfSatisfying(Unreachable.class, e -> {
            assertThat(e.hostAndPort()).isEqualTo("it:21");
            assertThat(e.phase()).isEqualTo(Phase.CONNECT);
        });
        assertThat(opened).hasSize(2).noneMatch(SocketChannel::isOpen);
    }

    @Test
    void whereAllAreSilentTheLimitEndsItAndNothingIsLeftOpen() {
        assertThatThrownBy(() -> race(silent, silent).connect("it"))
                .isInstanceOfSatisfying(
                        TimedOut.class, e -> assertThat(e.phase()).isEqualTo(Phase.CONNECT));
        assertThat(opened).hasSize(2).noneMatch(SocketChannel::isOpen);
    }

    @Test
    void aCancelledRaceLeavesNothingOpen() {
        try (Watchdog patient = new Watchdog(Timeouts.DEFAULT)) {
            patient.cancel();
            assertThatThrownBy(() -> race(patient, silent, silent).connect("it"))
                    .isInstanceOf(Cancelled.class);
        }
        assertThat(opened).isNotEmpty().noneMatch(SocketChannel::isOpen);
    }

    private ConnectRace race(InetSocketAddress... addresses) {
        return race(watchdog, addresses);
    }

    private ConnectRace race(Watchdog limits, InetSocketAddress... addresses) {
        return new ConnectRace(
                List.of(addresses),
                limits,
                new ProtocolLog(log::add, Clock.systemUTC(), new Secrets(List.of(), StandardCharsets.UTF_8)),
                () -> {
                    SocketChannel socket = SocketChannel.open();
                    opened.add(socket);
                    return socket;
                });
    }

    private List<String> texts() {
        return log.stream().map(ProtocolLine::text).toList();
    }
}
