// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.sites;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.client.KeepAlive.DuringTransfers;
import io.github.twinport.ftp.data.ActiveRules;
import io.github.twinport.ftp.data.DataAddressRules;
import io.github.twinport.ftp.tls.DataProtection;
import io.github.twinport.ftp.tls.OldestTls;
import io.github.twinport.i18n.Messages;
import io.github.twinport.sites.Site;
import io.github.twinport.sites.options.LoginOptions;
import io.github.twinport.sites.options.NetworkOptions;
import io.github.twinport.sites.options.ProtectionOptions;
import io.github.twinport.sites.options.SiteOptions;
import io.github.twinport.sites.options.SiteProxy;
import io.github.twinport.sites.options.TransferOptions;
import io.github.twinport.sites.options.TransferOptions.VerificationChoice;
import io.github.twinport.support.FxTest;
import java.net.InetAddress;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class SiteFormTest extends FxTest {

    private static final Messages MESSAGES = Messages.forLocale(Locale.ENGLISH);
    private static final SiteOptions EVERYTHING = new SiteOptions(
            new NetworkOptions(
                    new DataAddressRules(true, true),
                    new ActiveRules(5000, 5010, InetAddress.ofLiteral("192.0.2.7")),
                    new SiteProxy(SiteProxy.Kind.SOCKS5, "proxy.example.org", 1081, "pia"),
                    77,
                    DuringTransfers.TRY),
            new ProtectionOptions(OldestTls.TLS_1_3, "/home/ada/ada.p12", DataProtection.CLEAR, true),
            new LoginOptions("www.example.org", "ward 7", List.of("SITE UMASK 022", "SITE IDLE 7200")),
            new TransferOptions(
                    VerificationChoice.ALWAYS, false, true, true, 6, true, ZoneOffset.ofHoursMinutes(-3, -30)));

    @Test
    void givesBackASiteThatUsesEveryOption() {
        Site site = site(EVERYTHING).withDataMode(DataMode.ACTIVE).withCharset("windows-1251");
        SiteForm form = shown();
        runOnFx(() -> form.show(site));

        assertThat(onFx(form::site)).isEqualTo(site);
        runOnFx(() -> form.show(site(SiteOptions.DEFAULT)));
        assertThat(onFx(form::site)).isEqualTo(site(SiteOptions.DEFAULT));
    }

    @Test
    void takesOptionsFromEveryPage() {
        SiteForm form = shown();
        runOnFx(() -> form.show(site(SiteOptions.DEFAULT)));
        page(form, 1);
        robot.clickOn("#site-first-port").write("5000");
        robot.clickOn("#site-last-port").write("5001");
        page(form, 2);
        ComboBox<?> versions = find(ComboBox.class, "#site-oldest-tls");
        runOnFx(() -> versions.getSelectionModel().selectLast());
        page(form, 3);
        runOnFx(() -> find(TextArea.class, "#site-commands").setText(" SITE UMASK 022 \n\n"));
        page(form, 4);
        robot.clickOn("#site-temporary-names");
        Site site = onFx(form::site);

        assertThat(site.options().network().active()).isEqualTo(new ActiveRules(5000, 5001, null));
        assertThat(site.options().protection().oldest()).isEqualTo(OldestTls.TLS_1_3);
        assertThat(site.options().login().commands()).containsExactly("SITE UMASK 022");
        assertThat(site.options().transfers().temporaryNames()).isFalse();
    }

    @Test
    void asksForAProxyOnlyWhereThereIsOneAndLetsTheKeyboardOutOfTheCommands() {
        SiteForm form = shown();
        page(form, 1);
        assertThat(robot.lookup("#site-proxy-host").query().getParent().isVisible())
                .isFalse();
        ComboBox<?> proxy = find(ComboBox.class, "#site-proxy");
        runOnFx(() -> proxy.getSelectionModel().select(1));
        assertThat(find(TextField.class, "#site-proxy-port").getPromptText()).isEqualTo("1080");
        page(form, 3);
        robot.clickOn("#site-commands").type(KeyCode.TAB);

        assertThat(find(TextArea.class, "#site-commands").isFocused()).isFalse();
        assertThat(find(TextArea.class, "#site-commands").getText()).isEmpty();
    }

    @Test
    void saysWhatIsWrongAndMarksThePage() {
        SiteForm form = shown();
        runOnFx(() -> form.show(site(SiteOptions.DEFAULT)));
        page(form, 1);
        robot.clickOn("#site-external-address").write("here");

        assertThat(find(Label.class, "#site-external-address-problem").getText())
                .isEqualTo("Enter an IP address, or nothing.");
        assertThat(find(TextField.class, "#site-external-address").getAccessibleHelp())
                .isEqualTo("Enter an IP address, or nothing.");
        assertThat(onFx(() -> form.validProperty().get())).isFalse();
        assertThat(onFx(() -> form.getTabs().get(1).getGraphic())).isNotNull();
        assertThat(onFx(() -> form.getTabs().get(0).getGraphic())).isNull();
        runOnFx(() -> form.show(site(SiteOptions.DEFAULT)));
        assertThat(onFx(() -> form.validProperty().get())).isTrue();
        assertThat(onFx(() -> form.getTabs().get(1).getGraphic())).isNull();
    }

    @Test
    void refusesACharsetThatNobodyKnowsAndACertificateWithoutItsWholePath() {
        SiteForm form = shown();
        runOnFx(() -> form.show(site(SiteOptions.DEFAULT)));
        page(form, 4);
        ComboBox<?> charset = find(ComboBox.class, "#site-charset");
        runOnFx(() -> charset.getEditor().setText("no-such"));
        assertThat(onFx(() -> form.validProperty().get())).isFalse();
        assertThat(find(Label.class, "#site-charset-problem").getText()).isNotEmpty();
        runOnFx(() -> form.show(site(SiteOptions.DEFAULT)));
        page(form, 2);
        robot.clickOn("#site-certificate").write("ada.p12");

        assertThat(onFx(() -> form.validProperty().get())).isFalse();
        assertThat(find(Label.class, "#site-certificate-problem").getText()).isNotEmpty();
    }

    @Test
    void refusesAClockThatIsNone() {
        SiteForm form = shown();
        runOnFx(() -> form.show(site(SiteOptions.DEFAULT)));
        page(form, 4);
        robot.clickOn("#site-clock").write("Berlin");
        assertThat(onFx(() -> form.validProperty().get())).isFalse();
        assertThat(find(Label.class, "#site-clock-problem").getText()).isNotEmpty();
        runOnFx(() -> find(TextField.class, "#site-clock").setText("-3:30"));

        assertThat(onFx(form::site).options().transfers().listOffset()).isEqualTo(ZoneOffset.ofHoursMinutes(-3, -30));
    }

    @Test
    void asksAboutTransfersOnlyWhereTheConnectionIsKeptAtAll() {
        SiteForm form = shown();
        runOnFx(() -> form.show(site(SiteOptions.DEFAULT)));
        page(form, 1);
        ComboBox<?> keepAlive = find(ComboBox.class, "#site-keep-alive");
        assertThat(find(ComboBox.class, "#site-during-transfers").isVisible()).isTrue();
        runOnFx(() -> keepAlive.getSelectionModel().selectFirst());

        assertThat(onFx(form::site).options().network().keepAlive()).isZero();
        assertThat(onFx(() -> form.lookup("#site-during-transfers").getParent().isVisible()))
                .isFalse();
    }

    @Test
    void offersNoSettingsOfTlsForASiteWithoutIt() {
        SiteForm form = shown();
        Site plain = new Site(
                7, "a", "", new Server("host", 21, Security.PLAIN), "", true, DataMode.AUTOMATIC, "UTF-8", "", "");
        runOnFx(() -> form.show(plain));
        page(form, 2);

        assertThat(find(ComboBox.class, "#site-oldest-tls").isDisabled()).isTrue();
        assertThat(find(CheckBox.class, "#site-clear-control").isDisabled()).isTrue();
    }

    @Test
    void namesEveryControlForThoseWhoHearIt() {
        SiteForm form = shown();
        for (int page = 0; page < 5; page++) {
            page(form, page);
            List<String> silent = onFx(() -> robot
                    .lookup(node -> node.isFocusTraversable()
                            && node.getId() != null
                            && node.getId().startsWith("site-"))
                    .queryAll()
                    .stream()
                    .filter(node -> !(node instanceof CheckBox))
                    .filter(node -> robot.lookup(
                                    label -> label instanceof Label named && node.equals(named.getLabelFor()))
                            .queryAll()
                            .isEmpty())
                    .filter(node -> node.getAccessibleText() == null)
                    .filter(node -> !(node instanceof Button))
                    .map(node -> node.getId())
                    .toList());
            assertThat(silent).isEmpty();
        }
    }

    private SiteForm shown() {
        return show(() -> new SiteForm(MESSAGES));
    }

    private static void page(SiteForm form, int number) {
        runOnFx(() -> form.getSelectionModel().select(number));
    }

    private static Site site(SiteOptions options) {
        return new Site(
                7,
                "Web",
                "Work",
                new Server("ftp.example.org", 2121, Security.EXPLICIT_TLS),
                "ada",
                false,
                DataMode.AUTOMATIC,
                "UTF-8",
                "/home/ada",
                "/www",
                options);
    }
}
