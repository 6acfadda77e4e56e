// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteInputTest {

    private static final Messages MESSAGES = Messages.forLocale(Locale.ENGLISH);

    @Test
    void makesASiteOfGoodFields() {
        Site site = input(" Web ", "ftp.example.org", "2121", "ada").site();

        assertThat(site.name()).isEqualTo("Web");
        assertThat(site.server()).isEqualTo(new Server("ftp.example.org", 2121, Security.EXPLICIT_TLS));
        assertThat(SiteInput.of(site).site()).isEqualTo(site);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp.example.org, '',   ftp.example.org, 21",
        "::1,             990,  ::1,             990",
        "[2001:db8::1],   '',   2001:db8::1,     21",
        "127.0.0.1,       ' 8021 ', 127.0.0.1,   8021",
    })
    void takesHostsAsTheAddressFieldDoes(String host, String port, String expectedHost, int expectedPort) {
        Server server = input("a", host, port, "ada").site().server();

        assertThat(server.host()).isEqualTo(expectedHost);
        assertThat(server.port()).isEqualTo(expectedPort);
    }

    @ParameterizedTest
    @CsvSource({
        "'',  host,       '',    ada, site-name",
        "a,   '',         '',    ada, site-host",
        "a,   two words,  '',    ada, site-host",
        "a,   ftp://host, '',    ada, site-host",
        "a,   u@host,     '',    ada, site-host",
        "a,   host,       0,     ada, site-port",
        "a,   host,       x,     ada, site-port",
        "a,   host,       70000, ada, site-port",
        "a,   host,       21,    '',  site-user",
    })
    void saysWhichFieldIsWrong(String name, String host, String port, String user, String wrong) {
        SiteInput input = input(name, host, port, user);

        assertThat(input.problems(MESSAGES)).containsOnlyKeys(wrong);
        assertThat(input.problems(MESSAGES).get(wrong)).endsWith(".");
    }

    @Test
    void saysThatAHostlessInputMakesNoSite() {
        assertThatThrownBy(() -> input("a", "", "", "ada").site()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesWholePathsOnlyAsLocalFolder() {
        SiteInput input = new SiteInput(Site.UNSAVED, "a", "", Security.PLAIN, "host", "", true, "", "rel/ative", "");

        assertThat(input.problems(MESSAGES)).containsOnlyKeys("site-local-folder");
    }

    private static SiteInput input(String name, String host, String port, String user) {
        return new SiteInput(Site.UNSAVED, name, "", Security.EXPLICIT_TLS, host, port, false, user, "", "");
    }
}
