// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Security;
import io.github.twinport.sites.InvalidServerUrlException.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerUrlTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ftp://ftp.example.org,                      ftp.example.org, 21,    PLAIN,        -,        -,      -",
                "FTP://ftp.example.org/,                     ftp.example.org, 21,    PLAIN,        -,        -,      -",
                "ftps://ftp.example.org,                     ftp.example.org, 990,   IMPLICIT_TLS, -,        -,      -",
                "ftpes://ftp.example.org,                    ftp.example.org, 21,    EXPLICIT_TLS, -,        -,      -",
                "ftpes://ada:secret@host:2121/a/b,           host,            2121,  EXPLICIT_TLS, ada,      secret, /a/b",
                "ftp://ada@host,                             host,            21,    PLAIN,        ada,      -,      -",
                "ftp://ada:@host,                            host,            21,    PLAIN,        ada,      '',     -",
                "ftp://a%40b:p%3Aw%2F@host/x%20y/%C3%A4,     host,            21,    PLAIN,        a@b,      p:w/,   /x y/ä",
                "ftp://ada@example.org:pw@d@host,            host,            21,    PLAIN,        -,        -,      -",
                "ftp://[2001:db8::1]:2121/pub,               2001:db8::1,     2121,  PLAIN,        -,        -,      /pub",
                "ftp://[::1],                                ::1,             21,    PLAIN,        -,        -,      -",
                "[fe80::1%25eth0]:21,                        fe80::1%eth0,    21,    EXPLICIT_TLS, -,        -,      -",
                "2001:db8::1,                                2001:db8::1,     21,    EXPLICIT_TLS, -,        -,      -",
                "::1,                                        ::1,             21,    EXPLICIT_TLS, -,        -,      -",
                "ftp.example.org,                            ftp.example.org, 21,    EXPLICIT_TLS, -,        -,      -",
                "ftp.example.org:8021,                       ftp.example.org, 8021,  EXPLICIT_TLS, -,        -,      -",
                "ftp.example.org:,                           ftp.example.org, 21,    EXPLICIT_TLS, -,        -,      -",
                "'  <ftp://host/pub>  ',                     host,            21,    PLAIN,        -,        -,      /pub",
                "ada@host/pub,                               host,            21,    EXPLICIT_TLS, ada,      -,      /pub",
                "ftp://host/%2Fetc/x.txt;type=i,             host,            21,    PLAIN,        -,        -,      /etc/x.txt",
                "ftp://host/a/../b/./c,                      host,            21,    PLAIN,        -,        -,      /b/c",
                "ftp://host/a#b?c,                           host,            21,    PLAIN,        -,        -,      /a#b?c",
                "127.0.0.1:65535,                            127.0.0.1,       65535, EXPLICIT_TLS, -,        -,      -",
                "bücher.example,                             xn--bcher-kva.example, 21, EXPLICIT_TLS, -,     -,      -",
                "my_host,                                    my_host,         21,    EXPLICIT_TLS, -,        -,      -",
            })
    void readsWhatPeopleTypeAndPaste(
            String text,
            String host,
            int port,
            Security security,
            @Nullable String user,
            @Nullable String password,
            @Nullable String folder)
            throws InvalidServerUrlException {
        ServerUrl url = ServerUrl.parse(text, Security.EXPLICIT_TLS);

        assertThat(url.server().host()).isEqualTo(host);
        assertThat(url.server().port()).isEqualTo(port);
        assertThat(url.server().security()).isEqualTo(security);
        if (!text.contains("pw@d")) {
            assertThat(url.user()).isEqualTo(user);
            assertThat(url.password()).isEqualTo(password);
        }
        assertThat(url.folder()).isEqualTo(folder == null ? null : RemotePath.of(folder));
    }

    @Test
    void takesTheLastAtSignAsTheEndOfTheLogin() throws InvalidServerUrlException {
        ServerUrl url = ServerUrl.parse("ftp://ada@example.org:pw@d@host", Security.PLAIN);

        assertThat(url.user()).isEqualTo("ada@example.org");
        assertThat(url.password()).isEqualTo("pw@d");
    }

    @ParameterizedTest
    @CsvSource({
        "'',                  EMPTY,            ''",
        "'   ',               EMPTY,            ''",
        "<>,                  EMPTY,            ''",
        "sftp://host,         UNKNOWN_PROTOCOL, sftp",
        "https://host/x,      UNKNOWN_PROTOCOL, https",
        "ftp://,              NO_HOST,          ''",
        "ftp:///pub,          NO_HOST,          ''",
        "ftp://ada@,          NO_HOST,          ''",
        "ftp://:21,           NO_HOST,          ''",
        "ftp://host:0,        BAD_PORT,         0",
        "ftp://host:65536,    BAD_PORT,         65536",
        "ftp://host:2x,       BAD_PORT,         …",
        "host:-1,             BAD_PORT,         …",
        "ftp://host:999999999999, BAD_PORT,     …",
        "ftp://[::1,          BAD_HOST,         [::1",
        "ftp://[::1]21,       BAD_HOST,         [::1]21",
        "ftp://[host],        BAD_HOST,         host",
        "ftp://[fe80::1%a]b], BAD_HOST,         [fe80::1%a]b]",
        "fe80::1%a[b],        BAD_PORT,         …",
        "two words,           BAD_HOST,         two words",
        "ftp://ho$t,          BAD_HOST,         ho$t",
        "ftp://a..b,          BAD_HOST,         a..b",
        "ftp://‥x,           BAD_HOST,         ‥x",
        "ftp://host/%zz,      BAD_ESCAPE,       ''",
        "ftp://host/%4,       BAD_ESCAPE,       ''",
        "ftp://u:%@host,      BAD_ESCAPE,       ''",
        "ftp://host/a%0D%0ADELE%20x, CONTROL_CHARACTER, ''",
        "ftp://u%00:p@host,   CONTROL_CHARACTER, ''",
    })
    void saysWhatIsWrong(String text, Problem problem, String part) {
        assertThatThrownBy(() -> ServerUrl.parse(text, Security.PLAIN))
                .isInstanceOfSatisfying(InvalidServerUrlException.class, failure -> {
                    assertThat(failure.problem()).isEqualTo(problem);
                    assertThat(failure.part()).isEqualTo(part);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://ada:secret@host:21/a b,        ftp://ada@host/a%20b",
        "ftpes://a%40b:secret@host:2121,      ftpes://a%40b@host:2121",
        "ftps://[2001:db8::1]:990/ä,          ftps://[2001:db8::1]/%C3%A4",
        "ftps://[::1]:21,                     ftps://[::1]:21",
    })
    void writesItselfWithoutThePassword(String text, String written) throws InvalidServerUrlException {
        ServerUrl url = ServerUrl.parse(text, Security.PLAIN);

        assertThat(url.withoutPassword()).isEqualTo(written);
        assertThat(url).hasToString(written);
        assertThat(ServerUrl.parse(written, Security.PLAIN).server()).isEqualTo(url.server());
    }

    @Test
    void neverTellsThePasswordInAFailure() {
        assertThatThrownBy(() -> ServerUrl.parse("ftp://ada:s3cr%t@host", Security.PLAIN))
                .isInstanceOf(InvalidServerUrlException.class)
                .hasMessageNotContaining("s3cr");
    }
}
