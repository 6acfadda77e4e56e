// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.client.FtpProxy;
import io.github.twinport.ftp.proxy.Proxy;
import io.github.twinport.i18n.Messages;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyArgumentTest {

    private final ProxyArgument argument =
            new ProxyArgument(Messages.forLocale(Locale.ENGLISH), Map.of("TWINPORT_PROXY_PASSWORD", "from outside"));

    @Test
    void socksAndHttp() throws UsageException {
        assertThat(argument.proxy("socks5://gate.example")).isEqualTo(new Proxy.Socks5("gate.example", 1080, "", ""));
        assertThat(argument.proxy("HTTP://me:p%40ss@[::1]:3128"))
                .isEqualTo(new Proxy.HttpConnect("::1", 3128, "me", "p@ss"));
        assertThat(argument.proxy("socks5://me@gate.example:99"))
                .isEqualTo(new Proxy.Socks5("gate.example", 99, "me", "from outside"));
        assertThat(argument.proxy(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"user, USER_AT_SERVER", "site, SITE", "open, OPEN", "account, ACCOUNT", "combined, COMBINED"})
    void ftpProxies(String scheme, FtpProxy.Method method) throws UsageException {
        assertThat(argument.ftpProxy(scheme + "://me:secret@gate.example:2121"))
                .isEqualTo(new FtpProxy("gate.example", 2121, method, "me", "secret"));
        assertThat(argument.ftpProxy(scheme + "://gate.example"))
                .isEqualTo(new FtpProxy("gate.example", 21, method, "", ""));
        assertThat(argument.ftpProxy(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gate.example", "ftp://gate.example", "socks4://gate.example", "http://", "http://a b"})
    void nothingElse(String text) {
        assertThatThrownBy(() -> argument.proxy(text))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(text);
        assertThatThrownBy(() -> argument.ftpProxy(text)).isInstanceOf(UsageException.class);
    }

    @Test
    void aPasswordIsNotRepeated() {
        assertThatThrownBy(() -> argument.proxy("gopher://me:secret@gate.example"))
                .isInstanceOf(UsageException.class)
                .hasMessageNotContaining("secret");
    }
}
