// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ftp.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.FtpException.ProtocolViolation;
import io.github.twinport.ftp.Reply;
import io.github.twinport.ftp.data.PassiveReplies.PassiveAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassiveRepliesTest {

    /** A tutorial in circulation says 49701: 123 and 45 the wrong way round, and miscounted. */
    @Test
    void thePortIsTheFifthNumberTimes256PlusTheSixth() throws ProtocolViolation {
        PassiveAddress address = address("Entering Passive Mode (192,168,1,100,123,45)");
        assertThat(address).isEqualTo(new PassiveAddress("192.168.1.100", 31_533));
        assertThat(address.port()).isEqualTo(123 * 256 + 45).isNotEqualTo(49_701);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Entering Passive Mode (10,0,0,7,4,1).",
                "Entering Passive Mode 10,0,0,7,4,1",
                "Entering Passive Mode =10,0,0,7,4,1",
                "10,0,0,7,4,1",
                "Entering Passive Mode ( 10, 0, 0, 7, 4 , 1 )",
                "Passive mode OK (010,000,000,007,004,001) after 42 tries"
            })
    void theFormAroundTheNumbersDoesNotMatter(String text) throws ProtocolViolation {
        assertThat(address(text)).isEqualTo(new PassiveAddress("10.0.0.7", 1025));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Entering Passive Mode",
                "(10,0,0,7,4)",
                "(10,0,0,256,4,1)",
                "(10,0,0,7,256,1)",
                "(10,0,0,7,4,999)",
                "(10,0,0,7,4,1000)",
                "(10,0,0,7,-4,1)",
                "(10,0,0,7,0,0)",
                "(10.0.0.7.4.1)"
            })
    void refusesWhatNamesNoPort(String text) {
        assertThatThrownBy(() -> address(text)).isInstanceOf(ProtocolViolation.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Entering Extended Passive Mode (|||6446|); 6446",
                "Entering Extended Passive Mode (|||1|).; 1",
                "(!!!65535!); 65535",
                "EPSV ok (|| |) then (///2121/); 2121"
            })
    void readsThePortOfEveryVariantOf229(String text, int port) throws ProtocolViolation {
        assertThat(PassiveReplies.extendedPort(new Reply(229, List.of(text)))).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|||6446|",
                "(||6446|)",
                "(|||6446)",
                "(|||6446!)",
                "(|||0|)",
                "(|||65536|)",
                "(|||99999|)",
                "(|||123456|)",
                "(|||-1|)",
                "(|1|10.0.0.7|6446|)"
            })
    void refusesA229ThatNamesNoPort(String text) {
        assertThatThrownBy(() -> PassiveReplies.extendedPort(new Reply(229, List.of(text))))
                .isInstanceOf(ProtocolViolation.class);
    }

    private static PassiveAddress address(String text) throws ProtocolViolation {
        return PassiveReplies.address(new Reply(227, List.of(text)));
    }
}
