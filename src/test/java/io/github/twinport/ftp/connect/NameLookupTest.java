// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.FtpException.Cancelled;
import io.github.twinport.ftp.FtpException.ConnectionLost;
import io.github.twinport.ftp.FtpException.TimedOut;
import io.github.twinport.ftp.FtpException.UnknownHost;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.control.ProtocolLog;
import io.github.twinport.ftp.control.Secrets;
import io.github.twinport.ftp.control.Watchdog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class NameLookupTest {

    private final CountDownLatch never = new CountDownLatch(1);
    private Watchdog watchdog = new Watchdog(Timeouts.DEFAULT);

    @AfterEach
    void close() {
        never.countDown();
        watchdog.close();
    }

    @Test
    void findsAddresses() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 21);
        assertThat(lookup((host, port) -> List.of(address)).resolve("ftp.example.org", 21))
                .containsExactly(address);
    }

    @Test
    void aNameWithoutAddressIsAnUnknownHost() {
        NameLookup lookup = lookup((host, port) -> {
            throw new UnknownHost(host, null);
        });
        assertThatThrownBy(() -> lookup.resolve("nowhere.invalid", 21)).isInstanceOf(UnknownHost.class);
    }

    @Test
    void aNameServiceThatNeverAnswersCanBeCancelled() {
        NameLookup lookup = lookup((host, port) -> {
            watchdog.cancel();
            return hang();
        });
        assertThatThrownBy(() -> lookup.resolve("slow.invalid", 21)).isInstanceOf(Cancelled.class);
    }

    @Test
    void aNameServiceThatNeverAnswersHasALimit() {
        watchdog.close();
        Duration limit = Duration.ofMillis(100);
        watchdog = new Watchdog(new Timeouts(limit, limit, limit, limit, limit, limit));
        assertThatThrownBy(() -> lookup((host, port) -> hang()).resolve("slow.invalid", 21))
                .isInstanceOfSatisfying(
                        TimedOut.class, e -> assertThat(e.phase()).isEqualTo(Phase.RESOLVE));
    }

    @Test
    void aNameServiceThatFailsInItsOwnWayIsNoHang() {
        NameLookup lookup = lookup((host, port) -> {
            throw new IllegalStateException("bug");
        });
        assertThatThrownBy(() -> lookup.resolve("bug.invalid", 21))
                .isInstanceOf(ConnectionLost.class)
                .hasMessageContaining("bug");
    }

    private NameLookup lookup(NameLookup.NameService service) {
        return new NameLookup(
                watchdog,
                new ProtocolLog(line -> {}, Clock.systemUTC(), new Secrets(List.of(), StandardCharsets.UTF_8)),
                service);
    }

    private List<InetSocketAddress> hang() {
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return List.of();
    }
}
