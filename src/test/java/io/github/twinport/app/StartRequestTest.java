// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.app.StartRequest.BadArgumentException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartRequestTest {

    @Test
    void opensAPlainWindowWithoutArguments() throws BadArgumentException {
        assertThat(StartRequest.of(List.of())).isEqualTo(StartRequest.NOTHING);
    }

    @Test
    void takesAUrlAndALocalFolder() throws BadArgumentException {
        StartRequest request = StartRequest.of(List.of("--local", "/srv/in", "ftp://ada:pw@host/pub"));

        assertThat(request.localFolder()).isEqualTo("/srv/in");
        assertThat(Objects.requireNonNull(request.server()).withoutPassword()).isEqualTo("ftp://ada@host/pub");
        assertThat(request.toString()).doesNotContain("pw");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "host", "--local", "sftp://host", ""})
    void refusesWhatItDoesNotKnow(String argument) {
        assertThatThrownBy(() -> StartRequest.of(List.of(argument))).isInstanceOf(BadArgumentException.class);
    }

    @Test
    void refusesASecondUrl() {
        assertThatThrownBy(() -> StartRequest.of(List.of("ftp://a", "ftp://b")))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage("ftp://b");
    }

    @Test
    void neverRepeatsThePasswordOfABadUrl() {
        assertThatThrownBy(() -> StartRequest.of(List.of("ftp://ada:s3cret@host:port")))
                .isInstanceOf(BadArgumentException.class)
                .hasMessage("…");
    }
}
