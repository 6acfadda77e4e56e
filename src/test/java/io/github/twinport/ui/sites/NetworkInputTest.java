// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.client.KeepAlive.DuringTransfers;
import io.github.twinport.ftp.data.ActiveRules;
import io.github.twinport.ftp.data.DataAddressRules;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.options.NetworkOptions;
import io.github.twinport.sites.options.SiteProxy;
import java.net.InetAddress;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkInputTest {

    private static final Messages MESSAGES = Messages.forLocale(Locale.ENGLISH);

    @Test
    void makesOptionsOfGoodFields() {
        NetworkOptions options = active(" 5000 ", "5010", "2001:db8::7").options();

        assertThat(options.active()).isEqualTo(new ActiveRules(5000, 5010, InetAddress.ofLiteral("2001:db8::7")));
        assertThat(NetworkInput.of(options).options()).isEqualTo(options);
        assertThat(active("5000", "", "").options().active()).isEqualTo(new ActiveRules(5000, 5000, null));
        assertThat(active("", "", "").options()).isEqualTo(NetworkOptions.DEFAULT);
    }

    @Test
    void takesTheUsualPortOfAProxy() {
        NetworkOptions options = proxied("[2001:db8::1]", "").options();

        assertThat(options.proxy()).isEqualTo(new SiteProxy(SiteProxy.Kind.HTTP, "2001:db8::1", 8080, "pia"));
        assertThat(NetworkInput.of(options).proxyPort()).isEmpty();
        assertThat(proxied("proxy", "3128").options().proxy())
                .isEqualTo(new SiteProxy(SiteProxy.Kind.HTTP, "proxy", 3128, "pia"));
    }

    @ParameterizedTest
    @CsvSource({
        "5010, 5000,  '',          site-first-port",
        "'',   5000,  '',          site-first-port",
        "x,    5000,  '',          site-first-port",
        "5000, 65536, '',          site-first-port",
        "'',   '',    example.org, site-external-address",
        "'',   '',    1.2.3,       site-external-address",
        "'',   '',    1.2.3.256,   site-external-address",
        "'',   '',    ::1::,       site-external-address",
    })
    void saysWhichFieldOfActiveModeIsWrong(String first, String last, String address, String wrong) {
        assertThat(active(first, last, address).problems(MESSAGES)).containsOnlyKeys(wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "'',          '', site-proxy-host",
        "two words,   '', site-proxy-host",
        "u@proxy,     '', site-proxy-host",
        "proxy/x,     '', site-proxy-host",
        "proxy:3128,  '', site-proxy-host",
        "proxy,       0,  site-proxy-port",
        "proxy,       x,  site-proxy-port",
    })
    void saysWhichFieldOfTheProxyIsWrong(String host, String port, String wrong) {
        assertThat(proxied(host, port).problems(MESSAGES)).containsOnlyKeys(wrong);
    }

    @Test
    void doesNotMindWhatIsLeftOfAProxyThatIsNotUsed() {
        NetworkInput input = new NetworkInput(
                DataAddressRules.STRICT, "", "", "", null, "two words", "x", "pia", 30, DuringTransfers.PROVEN);

        assertThat(input.problems(MESSAGES)).isEmpty();
        assertThat(input.options().proxy()).isNull();
    }

    private static NetworkInput active(String first, String last, String address) {
        return new NetworkInput(
                DataAddressRules.STRICT, first, last, address, null, "", "", "", 30, DuringTransfers.PROVEN);
    }

    private static NetworkInput proxied(String host, String port) {
        return new NetworkInput(
                DataAddressRules.STRICT,
                "",
                "",
                "",
                SiteProxy.Kind.HTTP,
                host,
                port,
                " pia ",
                30,
                DuringTransfers.PROVEN);
    }
}
