// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.sites.InvalidServerUrlException;
import io.github.twinport.sites.InvalidServerUrlException.Problem;
import io.github.twinport.sites.ServerUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickConnectInputTest {

    @Test
    void takesTheFieldsBesideAPlainHost() throws InvalidServerUrlException {
        ConnectRequest request =
                new QuickConnectInput(Security.PLAIN, "ftp.example.org", " ada ", "pw", "2121").request();

        assertThat(request.server().hostAndPort()).isEqualTo("ftp.example.org:2121");
        assertThat(request.server().security()).isEqualTo(Security.PLAIN);
        assertThat(request.credentials()).contains(new Credentials("ada", "pw"));
        assertThat(request.remoteFolder()).isNull();
    }

    @Test
    void letsAUrlSayMoreThanTheOtherFields() throws InvalidServerUrlException {
        ConnectRequest request =
                new QuickConnectInput(Security.PLAIN, "ftps://bob:x@host:9999/pub", "ada", "pw", "2121").request();

        assertThat(request.server().hostAndPort()).isEqualTo("host:9999");
        assertThat(request.server().security()).isEqualTo(Security.IMPLICIT_TLS);
        assertThat(request.credentials()).contains(new Credentials("bob", "x"));
        assertThat(request.remoteFolder()).isEqualTo(RemotePath.of("/pub"));
    }

    @Test
    void logsInAnonymouslyWithoutAUser() throws InvalidServerUrlException {
        assertThat(new QuickConnectInput(Security.PLAIN, "host", "", "", "")
                        .request()
                        .credentials())
                .contains(Credentials.ANONYMOUS);
    }

    @Test
    void leavesAMissingPasswordToBeAskedFor() throws InvalidServerUrlException {
        assertThat(new QuickConnectInput(Security.PLAIN, "host", "ada", "", "")
                        .request()
                        .credentials())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "65536", "-1", "2 1"})
    void refusesAPortThatIsNone(String port) {
        assertThatThrownBy(() -> new QuickConnectInput(Security.PLAIN, "host", "", "", port).request())
                .isInstanceOfSatisfying(
                        InvalidServerUrlException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.BAD_PORT));
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://ada:pw@host:2121/a b, PLAIN,        host/a%20b,  ada, pw, 2121",
        "ftps://[2001:db8::1],       IMPLICIT_TLS, [2001:db8::1], '',  '', ''",
        "ftpes://host/,              EXPLICIT_TLS, host,        '',  '', ''",
    })
    void fillsAllFieldsFromAUrl(
            String url, Security security, String address, String user, String password, String port)
            throws InvalidServerUrlException {
        QuickConnectInput input = QuickConnectInput.of(ServerUrl.parse(url, Security.PLAIN));

        assertThat(input).isEqualTo(new QuickConnectInput(security, address, user, password, port));
        assertThat(input.request().server())
                .isEqualTo(ServerUrl.parse(url, Security.PLAIN).server());
    }

    @Test
    void neverShowsThePassword() throws InvalidServerUrlException {
        assertThat(new QuickConnectInput(Security.PLAIN, "host", "ada", "s3cret", "").request())
                .hasToString("ConnectRequest[ada@host:21]");
    }
}
