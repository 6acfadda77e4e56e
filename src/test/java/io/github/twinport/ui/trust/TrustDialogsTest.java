// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.tls.CertificateProblem;
import io.github.twinport.ftp.tls.ServerCertificate;
import io.github.twinport.ftp.tls.TrustDecision;
import io.github.twinport.i18n.Formats;
import io.github.twinport.i18n.Messages;
import io.github.twinport.support.FxTest;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.support.TestCertificates.Identity;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.ui.fx.FxThread;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrustDialogsTest extends FxTest {

    private static final Instant ACCEPTED = Instant.parse("2025-03-04T05:06:07Z");
    private static final Server SERVER = new Server("ftp.example.org", 2121, Security.EXPLICIT_TLS);
    private static final Messages MESSAGES = Messages.forLocale(Locale.ENGLISH);

    @BeforeEach
    void showWindow() {
        show(StackPane::new);
    }

    @Test
    void showsWhatIsWrongAndTheFingerprint() {
        var answer = askAbout(Identity.SELF_SIGNED, false, CertificateProblem.UNTRUSTED);
        DialogPane pane = find(DialogPane.class, "#certificate-dialog");

        assertThat(pane.getHeaderText()).contains("ftp.example.org:2121").contains("cannot be verified");
        assertThat(find(Label.class, "#certificate-fingerprint").getText().replace("\n", ":"))
                .isEqualTo(certificate(Identity.SELF_SIGNED, CertificateProblem.UNTRUSTED)
                        .fingerprint());
        picture(pane, "certificate");
        robot.clickOn("#certificate-copy");
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).hasSize(95);
        robot.clickOn("#certificate-once");
        assertThat(answer.join()).isEqualTo(TrustDecision.ONCE);
    }

    @Test
    void acceptsForGood() {
        var answer = askAbout(Identity.OTHER_HOST, false, CertificateProblem.WRONG_HOST);
        find(DialogPane.class, "#certificate-dialog");
        robot.clickOn("#certificate-always");

        assertThat(answer.join()).isEqualTo(TrustDecision.ALWAYS);
    }

    @Test
    void rejectsByEnterEscapeAndByClosing() {
        for (KeyCode key : List.of(KeyCode.ENTER, KeyCode.ESCAPE)) {
            var answer = askAbout(Identity.EXPIRED, true, CertificateProblem.EXPIRED);
            find(DialogPane.class, "#certificate-dialog");
            robot.type(key);
            assertThat(answer.join()).isEqualTo(TrustDecision.REJECT);
        }
        var answer = askAbout(Identity.EXPIRED, true, CertificateProblem.EXPIRED);
        DialogPane pane = find(DialogPane.class, "#certificate-dialog");
        picture(pane, "certificate-changed");
        runOnFx(() -> pane.getScene().getWindow().hide());
        assertThat(answer.join()).isEqualTo(TrustDecision.REJECT);
    }

    @Test
    void explainsEachProblemInWords() {
        Formats formats = new Formats(MESSAGES, ZoneOffset.UTC);
        var selfMade = new CertificateText(
                new CertificateQuestion(certificate(Identity.SELF_SIGNED, CertificateProblem.UNTRUSTED), null),
                MESSAGES,
                formats);
        var all = new CertificateText(
                new CertificateQuestion(certificate(Identity.OTHER_HOST, CertificateProblem.values()), ACCEPTED),
                MESSAGES,
                formats);

        assertThat(selfMade.explanation()).hasSize(2).first().asString().contains("made its certificate itself");
        assertThat(selfMade.issuer()).isEqualTo("itself");
        assertThat(all.explanation()).hasSize(5);
        assertThat(all.explanation().get(0)).contains("intercepting").contains("2025");
        assertThat(all.explanation().get(1)).contains("authority that this computer does not know");
        assertThat(all.explanation().get(2)).contains("ftp.example.org").contains("other.example");
        assertThat(all.hosts()).containsExactly("other.example");
    }

    @Test
    void asksForThePasswordOfAKnownUser() {
        var answer = askPassword(new PasswordQuestion(SERVER, "ada", null));
        assertThat(find(TextField.class, "#password-user").getText()).isEqualTo("ada");
        PasswordField field = find(PasswordField.class, "#password-field");
        waitFor("the focus", field::isFocused);
        write("s3cret");
        robot.type(KeyCode.ENTER);

        assertThat(answer.join()).contains(new PasswordPrompt.Answer(new Credentials("ada", "s3cret"), false));
        waitFor("the password to be forgotten", () -> field.getText().isEmpty());
    }

    @Test
    void saysWhyTheLastPasswordWasRefused() {
        var answer = askPassword(
                new PasswordQuestion(SERVER, "ada", new Explanation("The login was refused.", "Check it.")));
        assertThat(find(Label.class, "#password-refusal").getText()).isEqualTo("The login was refused. Check it.");
        picture(find(DialogPane.class, "#password-dialog"), "password");
        robot.type(KeyCode.ESCAPE);

        assertThat(answer.join()).isEmpty();
    }

    @Test
    void doesNotConnectWithoutAUser() {
        var answer = askPassword(new PasswordQuestion(SERVER, "", null));
        Button connect = find(Button.class, "#password-connect");
        assertThat(connect.isDisabled()).isTrue();
        TextField user = find(TextField.class, "#password-user");
        waitFor("the focus", user::isFocused);
        write("bob");
        waitFor("the button", () -> !connect.isDisabled());
        robot.type(KeyCode.ENTER);

        assertThat(answer.join()).contains(new PasswordPrompt.Answer(new Credentials("bob", ""), false));
    }

    @Test
    void remembersAPasswordOnRequestAndNamesTheProxyAndTheCertificate() {
        var proxy = askPassword(PasswordQuestion.ofProxy(SERVER, "pia"));
        assertThat(find(DialogPane.class, "#password-dialog").getHeaderText()).startsWith("Log in to the proxy");
        assertThat(find(TextField.class, "#password-user").isEditable()).isFalse();
        robot.clickOn("#password-remember");
        robot.clickOn("#password-connect");
        assertThat(proxy.join()).contains(new PasswordPrompt.Answer(new Credentials("pia", ""), true));

        var certificate = askPassword(PasswordQuestion.ofCertificate(SERVER, "/home/ada/ada.p12", null));
        assertThat(find(DialogPane.class, "#password-dialog").getHeaderText()).contains("certificate");
        picture(find(DialogPane.class, "#password-dialog"), "password-certificate");
        robot.type(KeyCode.ESCAPE);
        assertThat(certificate.join()).isEmpty();
    }

    @Test
    void asksForTheMasterPasswordAndSaysThatTheLastWasWrong() {
        MasterDialog dialog = new MasterDialog(this::stage, MESSAGES);
        var answer = asked(() -> dialog.unlock(true));
        assertThat(find(Label.class, "#master-problem").getText()).isEqualTo("This is another password. Try again.");
        PasswordField field = find(PasswordField.class, "#master-password");
        waitFor("the focus", field::isFocused);
        write("horse");
        picture(find(DialogPane.class, "#master-dialog"), "master-unlock");
        robot.type(KeyCode.ENTER);

        assertThat(answer.join())
                .hasValueSatisfying(master -> assertThat(new String(master)).isEqualTo("horse"));
        waitFor("the password to be forgotten", () -> field.getText().isEmpty());
    }

    @Test
    void takesANewMasterPasswordOnlyTwiceTheSame() {
        MasterDialog dialog = new MasterDialog(this::stage, MESSAGES);
        var answer = asked(dialog::create);
        PasswordField first = find(PasswordField.class, "#master-password");
        PasswordField second = find(PasswordField.class, "#master-again");
        Button agree = find(Button.class, "#master-agree");
        runOnFx(() -> first.setText("horse"));
        assertThat(agree.isDisabled()).isTrue();
        runOnFx(() -> second.setText("hors"));
        assertThat(find(Label.class, "#master-problem").getText()).isEqualTo("The two are not the same.");
        picture(find(DialogPane.class, "#master-dialog"), "master-create");
        runOnFx(() -> second.setText("horse"));
        waitFor("the button", () -> !agree.isDisabled());
        robot.clickOn(agree);

        assertThat(answer.join())
                .hasValueSatisfying(master -> assertThat(new String(master)).isEqualTo("horse"));
    }

    private CompletableFuture<TrustDecision> askAbout(
            Identity identity, boolean changed, CertificateProblem... problems) {
        CertificateDialog dialog = new CertificateDialog(this::stage, MESSAGES, new Formats(MESSAGES, ZoneOffset.UTC));
        return asked(
                () -> dialog.ask(new CertificateQuestion(certificate(identity, problems), changed ? ACCEPTED : null)));
    }

    private CompletableFuture<Optional<PasswordPrompt.Answer>> askPassword(PasswordQuestion question) {
        PasswordDialog dialog = new PasswordDialog(this::stage, MESSAGES);
        return asked(() -> dialog.ask(question));
    }

    private static <T> CompletableFuture<T> asked(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, new FxThread()).orTimeout(60, TimeUnit.SECONDS);
    }

    private static ServerCertificate certificate(Identity identity, CertificateProblem... problems) {
        return new ServerCertificate(SERVER, List.of(TestCertificates.get().certificate(identity)), Set.of(problems));
    }

    private void picture(DialogPane pane, String name) {
        screenshot(pane.getScene(), name);
    }
}
