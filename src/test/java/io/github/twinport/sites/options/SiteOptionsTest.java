// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.sites.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.twinport.ftp.client.Compression;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.FtpProxy;
import io.github.twinport.ftp.client.KeepAlive;
import io.github.twinport.ftp.client.KeepAlive.DuringTransfers;
import io.github.twinport.ftp.client.LoginExtras;
import io.github.twinport.ftp.data.ActiveRules;
import io.github.twinport.ftp.data.DataAddressRules;
import io.github.twinport.ftp.proxy.Proxy;
import io.github.twinport.ftp.tls.ClientCertificate;
import io.github.twinport.ftp.tls.DataProtection;
import io.github.twinport.ftp.tls.OldestTls;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.sites.options.TransferOptions.VerificationChoice;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteOptionsTest {

    private static final SiteOptions EVERYTHING = new SiteOptions(
            new NetworkOptions(
                    new DataAddressRules(true, true),
                    new ActiveRules(5000, 5010, InetAddress.ofLiteral("192.0.2.7")),
                    new SiteProxy(SiteProxy.Kind.SOCKS5, "proxy.example.org", 1081, "pia"),
                    120,
                    DuringTransfers.TRY),
            new ProtectionOptions(OldestTls.TLS_1_3, "/home/ada/ada.p12", DataProtection.CLEAR, true),
            new LoginOptions("www.example.org", "ward 7", List.of("SITE UMASK 022", "SITE IDLE 7200")),
            new TransferOptions(
                    VerificationChoice.ALWAYS, false, true, true, 6, true, ZoneOffset.ofHoursMinutes(-3, -30)));

    @Test
    void keepsEveryOption() {
        assertThat(SiteOptions.of(EVERYTHING.text())).isEqualTo(EVERYTHING);
    }

    @Test
    void writesOnlyWhatIsNotUsual() {
        assertThat(SiteOptions.DEFAULT.text()).isEqualTo("{}");
        assertThat(SiteOptions.DEFAULT
                        .withLogin(new LoginOptions("", "x", List.of()))
                        .text())
                .isEqualTo("{\"login.account\":\"x\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "no json",
                "{\"tls.oldest\":\"SSL_2\",\"keepAlive.seconds\":\"soon\",\"active.firstPort\":\"7\"}",
                "{\"transfers.listOffset\":\"+25:00\",\"keepAlive.transfers\":\"SOMETIMES\"}",
                "{\"proxy.kind\":\"SOCKS5\",\"active.address\":\"nowhere\",\"later\":{\"a\":[1,2]}}",
            })
    void readsWhatMakesNoSenseAsUsual(String text) {
        assertThat(SiteOptions.of(text)).isEqualTo(SiteOptions.DEFAULT);
    }

    @Test
    void keepsWhatIsReadableOfAnotherVersion() {
        SiteOptions read = SiteOptions.of("{\"later\":{\"a\":[1,{}]},\"more\":7,\"tls.oldest\":\"TLS_1_3\"}");

        assertThat(read.protection().oldest()).isEqualTo(OldestTls.TLS_1_3);
    }

    @Test
    void tellsTheEngineEverything() {
        ConnectionOptions options = EVERYTHING.applyTo(ConnectionOptions.NONE, "secret");
        TlsSettings tls = EVERYTHING.protection().applyTo(TlsSettings.of(TrustDecider.STRICT), "opens");

        assertThat(options.addresses()).isEqualTo(new DataAddressRules(true, true));
        assertThat(options.active().lastPort()).isEqualTo(5010);
        assertThat(options.proxy()).isEqualTo(new Proxy.Socks5("proxy.example.org", 1081, "pia", "secret"));
        assertThat(options.keepAlive().interval()).isEqualTo(Duration.ofMinutes(2));
        assertThat(options.keepAlive().duringTransfers()).isEqualTo(DuringTransfers.TRY);
        assertThat(options.login().telnetAbort()).isTrue();
        assertThat(options.listOffset()).isEqualTo(ZoneOffset.ofHoursMinutes(-3, -30));
        assertThat(options.login().virtualHost()).isEqualTo("www.example.org");
        assertThat(options.login().commands()).containsExactly("SITE UMASK 022", "SITE IDLE 7200");
        assertThat(options.compression()).isEqualTo(Compression.ON);
        assertThat(tls.versions()).containsExactly("TLSv1.3");
        assertThat(tls.clientCertificate()).isEqualTo(new ClientCertificate(Path.of("/home/ada/ada.p12"), "opens"));
        assertThat(tls.dataProtection()).isEqualTo(DataProtection.CLEAR);
        assertThat(tls.clearControl()).isTrue();
    }

    @Test
    void leavesTheEngineAsItIsWhereASiteSaysNothing() {
        assertThat(SiteOptions.DEFAULT.applyTo(ConnectionOptions.NONE, "")).isEqualTo(ConnectionOptions.NONE);
        ConnectionOptions named = ConnectionOptions.NONE.withLogin(LoginExtras.NAMED);
        assertThat(SiteOptions.DEFAULT.applyTo(named, "")).isEqualTo(named);
        assertThat(EVERYTHING.applyTo(named, "").login().clientName()).isEqualTo("Twinport");
        assertThat(SiteOptions.DEFAULT.network().keeping()).isEqualTo(KeepAlive.DEFAULT);
    }

    @Test
    void knowsTheWayToAnHttpProxyAndToNoKeepingAlive() {
        SiteProxy proxy = new SiteProxy(SiteProxy.Kind.HTTP, "proxy", 8080, "");
        NetworkOptions network =
                new NetworkOptions(DataAddressRules.STRICT, ActiveRules.DEFAULT, proxy, 0, DuringTransfers.PROVEN);
        ConnectionOptions options = SiteOptions.DEFAULT.withNetwork(network).applyTo(ConnectionOptions.NONE, "");

        assertThat(options.proxy()).isEqualTo(new Proxy.HttpConnect("proxy", 8080, "", ""));
        assertThat(options.keepAlive()).isEqualTo(KeepAlive.OFF);
    }

    @ParameterizedTest
    @CsvSource({
        "FTP_USER, USER_AT_SERVER",
        "FTP_SITE, SITE",
        "FTP_OPEN, OPEN",
        "FTP_ACCOUNT, ACCOUNT",
        "FTP_COMBINED, COMBINED"
    })
    void knowsTheWayToFtpProxies(SiteProxy.Kind kind, FtpProxy.Method method) {
        NetworkOptions network = new NetworkOptions(
                DataAddressRules.STRICT,
                ActiveRules.DEFAULT,
                new SiteProxy(kind, "proxy", 21, "pia"),
                30,
                DuringTransfers.PROVEN);
        ConnectionOptions options = SiteOptions.DEFAULT.withNetwork(network).applyTo(ConnectionOptions.NONE, "secret");

        assertThat(options.login().proxy()).isEqualTo(new FtpProxy("proxy", 21, method, "pia", "secret"));
        assertThat(options.proxy()).isNull();
    }

    @Test
    void takesNoProxyWithoutHostOrPort() {
        assertThatThrownBy(() -> new SiteProxy(SiteProxy.Kind.HTTP, " ", 8080, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SiteProxy(SiteProxy.Kind.HTTP, "proxy", 0, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
