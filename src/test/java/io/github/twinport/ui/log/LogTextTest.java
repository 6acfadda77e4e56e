// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.event.ProtocolLine;
import io.github.twinport.event.ProtocolLine.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTextTest {

    private final LogText text = new LogText(ZoneId.of("Europe/Berlin"));
    private final Instant at = Instant.parse("2026-11-21T02:14:15.123Z");

    @Test
    void writesDateTimeConnectionAndMarkInTheZoneOfTheUser() {
        assertThat(text.plain(List.of(
                        new ProtocolLine(at, 1, Kind.COMMAND, "USER demo"),
                        new ProtocolLine(at, 12, Kind.REFUSAL, "530 no"),
                        new ProtocolLine(at, 0, Kind.NOTE, "2 lines dropped"),
                        new ProtocolLine(at, 1, Kind.FAILURE, "reset"))))
                .isEqualTo("""
                        2026-11-21 03:14:15.123  1 > USER demo
                        2026-11-21 03:14:15.123 12 < 530 no
                        2026-11-21 03:14:15.123    - 2 lines dropped
                        2026-11-21 03:14:15.123  1 ! reset
                        """);
        assertThat(text.time(new ProtocolLine(at, 1, Kind.NOTE, ""))).isEqualTo("03:14:15.123");
    }

    @Test
    void controlCharactersOfAServerCannotAct() {
        ProtocolLine line = new ProtocolLine(at, 1, Kind.REPLY, "220 \u001b[2Jhi\r\n\u202Eevil");
        assertThat(text.text(line)).isEqualTo("220 \\u001B[2Jhi\\u000D\\u000A\\u202Eevil");
        assertThat(text.plain(List.of(line)).lines()).hasSize(1);
    }
}
