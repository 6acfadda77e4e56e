// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Proof;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilentStartTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void tlsWaitsAWhileForTheServersWordButNeverAsLongAsForAReply() {
        SilentStart start = new SilentStart(Proof.UNKNOWN);
        assertThat(start.withTls(LIMIT)).isEqualTo(Duration.ofSeconds(5));
        assertThat(start.withTls(Duration.ofMinutes(10))).isEqualTo(Duration.ofSeconds(5));
        assertThat(start.withTls(Duration.ofSeconds(3))).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void nobodyWaitsForAServerThatIsKnownToSayNothing() {
        SilentStart start = new SilentStart(Proof.UNKNOWN);
        start.worked();
        assertThat(start.proof()).isEqualTo(Proof.WORKS);
        assertThat(start.withTls(LIMIT)).isLessThanOrEqualTo(Duration.ofMillis(50));
        assertThat(start.inClear()).isLessThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void aServerThatHasSpokenOnceIsWaitedForUnlessItIsKnownToSayNothing() {
        SilentStart unknown = new SilentStart(Proof.UNKNOWN);
        unknown.spoke();
        assertThat(unknown.isPossibleWithTls()).isFalse();
        SilentStart silent = new SilentStart(Proof.WORKS);
        silent.spoke();
        assertThat(silent.isPossibleWithTls()).isTrue();
    }

    @Test
    void whatHasFailedAtTheFirstAttemptIsNotTriedAgain() {
        SilentStart start = new SilentStart(Proof.UNKNOWN);
        start.failed();
        assertThat(start.proof()).isEqualTo(Proof.REFUSED);
        assertThat(start.isPossibleWithTls()).isFalse();
    }

    @Test
    void whatHasWorkedBeforeIsTriedWithPatienceAfterAFailure() {
        SilentStart start = new SilentStart(Proof.WORKS);
        start.failed();
        assertThat(start.isPossibleWithTls()).isTrue();
        assertThat(start.withTls(LIMIT)).isEqualTo(Duration.ofSeconds(5));
    }
}
