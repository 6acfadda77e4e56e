// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Phase;
import io.github.twinport.ftp.Reply;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureSortTest {

    @ParameterizedTest
    @CsvSource({
        "530,Login incorrect,0,FINAL",
        "430,Invalid user name or password,0,FINAL",
        "450,Not now,0,RETRY",
        "450,Not now,1,RETRY",
        "430,Invalid user name or password,1,TOO_MANY",
        "451,The directory of users does not answer,0,RETRY",
        "421,Too many connections,0,TOO_MANY",
        "530,Sorry the maximum number of clients is reached,0,TOO_MANY",
        "530,Login incorrect,1,TOO_MANY"
    })
    void aLoginIsTriedAgainWhereThatCanHelp(int code, String text, int others, FailureSort expected) {
        var failure = new FtpException.LoginRefused(new Reply(code, List.of(text)));

        assertThat(FailureSort.of(failure, others)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"CONNECT,0,RETRY", "CONNECT,2,PERHAPS_TOO_MANY", "DATA_CONNECT,2,RETRY"})
    void aConnectionThatCannotBeOpenedBesideOthersMayBeOneTooMany(Phase phase, int others, FailureSort expected) {
        assertThat(FailureSort.of(new FtpException.Unreachable("server", phase, null), others))
                .isEqualTo(expected);
        assertThat(FailureSort.of(new FtpException.TimedOut(phase, null), others))
                .isEqualTo(expected);
    }

    /** A server that ends an idle session, or shuts down, says nothing about how many it lets in. */
    @ParameterizedTest
    @CsvSource({"No transfer timeout (300 seconds): closing control connection", "Too many idle sessions"})
    void theEndOfASessionIsNoLimit(String text) {
        var failure = new FtpException.ServiceEnded(new Reply(421, List.of(text)));

        assertThat(FailureSort.of(failure, 0)).isEqualTo(FailureSort.RETRY);
        assertThat(FailureSort.of(failure, 5)).isEqualTo(FailureSort.RETRY);
    }
}
