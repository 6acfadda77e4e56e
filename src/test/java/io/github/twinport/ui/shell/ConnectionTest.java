// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.Credentials;
import io.github.twinport.ftp.DataMode;
import io.github.twinport.ftp.Security;
import io.github.twinport.ftp.Server;
import io.github.twinport.ftp.Timeouts;
import io.github.twinport.ftp.client.ConnectionOptions;
import io.github.twinport.ftp.client.FtpClient;
import io.github.twinport.ftp.client.KeepAlive;
import io.github.twinport.ftp.client.KeepAlive.DuringTransfers;
import io.github.twinport.ftp.data.ActiveRules;
import io.github.twinport.ftp.data.DataAddressRules;
import io.github.twinport.ftp.tls.DataProtection;
import io.github.twinport.ftp.tls.OldestTls;
import io.github.twinport.ftp.tls.TlsSettings;
import io.github.twinport.ftp.tls.TrustDecider;
import io.github.twinport.i18n.Messages;
import io.github.twinport.session.SessionState;
import io.github.twinport.sites.options.NetworkOptions;
import io.github.twinport.sites.options.ProtectionOptions;
import io.github.twinport.sites.options.SiteOptions;
import io.github.twinport.sites.options.SiteProxy;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.Conversation;
import io.github.twinport.support.FxTest;
import io.github.twinport.support.ScriptedServer;
import io.github.twinport.support.TestCertificates;
import io.github.twinport.transfer.Explainer;
import io.github.twinport.transfer.Explanation;
import io.github.twinport.ui.fx.FxThread;
import io.github.twinport.ui.trust.PasswordAsker;
import io.github.twinport.ui.trust.PasswordQuestion;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionTest extends FxTest {

    private final List<PasswordQuestion> questions = new ArrayList<>();
    private final Deque<Credentials> answers = new ArrayDeque<>();

    @TempDir
    Path folder;

    private Connection connection;

    @BeforeEach
    void make() {
        connection = connection(Timeouts.DEFAULT);
    }

    private Connection connection(Timeouts timeouts) {
        return connection(new SettingsMaker(TlsSettings.of(TrustDecider.STRICT), timeouts, line -> {}));
    }

    private Connection connection(SettingsMaker maker) {
        PasswordAsker asker = question -> {
            questions.add(question);
            return CompletableFuture.completedStage(Optional.ofNullable(answers.poll()));
        };
        return new Connection(
                maker,
                new FxThread(),
                asker,
                new OptionSecrets(asker),
                new Explainer(Messages.forLocale(Locale.ENGLISH)));
    }

    @AfterEach
    void close() {
        runOnFx(connection::close);
    }

    @Test
    void connectsIntoTheWantedFolder() throws Exception {
        Files.createDirectories(folder.resolve("pub/deep"));
        try (ApacheServer server = ApacheServer.start(folder)) {
            connect(request(server, ApacheServer.PASSWORD, "/pub/deep"));
            Connected open = waitForConnected();

            assertThat(open.folder()).isEqualTo(RemotePath.of("/pub/deep"));
            assertThat(open.tlsVersion()).isEmpty();
            assertThat(onFx(() -> connection.attemptedProperty().isNull().get()))
                    .isTrue();
            assertThat(questions).isEmpty();
        }
    }

    @Test
    void startsWhereTheServerPutsUsWhenTheFolderIsGone() {
        try (ApacheServer server = ApacheServer.start(folder)) {
            connect(request(server, ApacheServer.PASSWORD, "/gone"));

            assertThat(waitForConnected().folder()).isEqualTo(RemotePath.ROOT);
        }
    }

    @Test
    void asksForAMissingPassword() {
        answers.add(new Credentials(ApacheServer.USER, ApacheServer.PASSWORD));
        try (ApacheServer server = ApacheServer.start(folder)) {
            connect(request(server, null, null));
            waitForConnected();

            assertThat(questions).singleElement().satisfies(question -> {
                assertThat(question.user()).isEqualTo(ApacheServer.USER);
                assertThat(question.refusal()).isNull();
            });
        }
    }

    @Test
    void asksForThePasswordOfAProxyOnceAndForgetsItWhenTheProxyDoesNotLetUsThrough() {
        answers.add(new Credentials("pia", "secret"));
        ConnectRequest request = proxied(new SiteProxy(SiteProxy.Kind.SOCKS5, "127.0.0.1", 1, "pia"));
        connect(request);
        waitForProblem();

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.subject()).isEqualTo(PasswordQuestion.Subject.PROXY);
            assertThat(question.user()).isEqualTo("pia");
        });
        connect(request);
        assertThat(questions).hasSize(2);
        assertThat(onFx(() -> connection.attemptedProperty().isNull().get())).isTrue();
    }

    @Test
    void asksForThePasswordOfAClientCertificateAgainWhenItDoesNotFit() {
        Path file = TestCertificates.get().keyStore(TestCertificates.Identity.VALID);
        answers.add(new Credentials("", "wrong"));
        SiteOptions options = SiteOptions.DEFAULT.withProtection(
                new ProtectionOptions(OldestTls.TLS_1_2, file.toString(), DataProtection.PRIVATE, false));
        try (ScriptedServer server =
                ScriptedServer.startForEach(script -> script.send("220 hello").expectEnd())) {
            connect(new ConnectRequest(
                    "test",
                    new Server(server.host(), server.port(), Security.EXPLICIT_TLS),
                    "",
                    null,
                    DataMode.AUTOMATIC,
                    StandardCharsets.UTF_8,
                    "",
                    null,
                    options));
            waitFor("the second question", () -> questions.size() == 2);
        }

        assertThat(questions).extracting(PasswordQuestion::subject).containsOnly(PasswordQuestion.Subject.CERTIFICATE);
        assertThat(questions.getFirst().refusal()).isNull();
        assertThat(questions.getLast().refusal()).isNotNull();
    }

    @Test
    void asksAgainWithTheReasonAfterAWrongPassword() {
        answers.add(new Credentials(ApacheServer.USER, ApacheServer.PASSWORD));
        try (ApacheServer server = ApacheServer.start(folder)) {
            connect(request(server, "wrong", null));
            waitForConnected();

            assertThat(questions)
                    .singleElement()
                    .satisfies(question -> assertThat(question.refusal()).isNotNull());
        }
    }

    @Test
    void explainsAWrongPasswordWhenTheUserGivesUp() {
        try (ApacheServer server = ApacheServer.start(folder)) {
            connect(request(server, "wrong", null));
            waitForProblem();

            assertThat(questions).hasSize(1);
            assertThat(onFx(() -> connection.connectedProperty().isNull().get()))
                    .isTrue();
        }
    }

    @Test
    void staysUnconnectedWithoutAComplaintWhenNoPasswordIsGiven() {
        connect(new ConnectRequest(
                "host",
                new Server("127.0.0.1", 1, Security.PLAIN),
                "ada",
                null,
                DataMode.AUTOMATIC,
                StandardCharsets.UTF_8,
                "",
                null));

        assertThat(onFx(() -> connection.attemptedProperty().isNull().get())).isTrue();
        assertThat(onFx(() -> connection.problemProperty().isNull().get())).isTrue();
    }

    @Test
    void explainsARefusedPortAndTriesAgainOnRequest() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        connect(anonymous("127.0.0.1", port));
        waitForProblem();
        assertThat(onFx(() -> connection.problemProperty().get().what())).contains(Integer.toString(port));
        runOnFx(connection::reconnect);
        waitForProblem();
        runOnFx(connection::dismissProblem);
        assertThat(onFx(() -> connection.problemProperty().isNull().get())).isTrue();
    }

    @Test
    void keepsWhatIsConnectedUntilAnotherIs() throws Exception {
        try (ApacheServer first = ApacheServer.start(folder);
                ApacheServer second = ApacheServer.start(folder)) {
            connect(request(first, ApacheServer.PASSWORD, null));
            Connected before = waitForConnected();
            connect(anonymous("127.0.0.1", 1));
            waitForProblem();
            assertThat(onFx(() -> connection.connectedProperty().get())).isSameAs(before);
            connect(request(second, ApacheServer.PASSWORD, null));
            waitFor(
                    "the second",
                    () -> !before.equals(connection.connectedProperty().get()));

            waitFor("the end of the first", () -> before.session().state() instanceof SessionState.Closed);
        }
    }

    @Test
    void givesUpAnAttemptThatIsCancelled() {
        try (ScriptedServer server =
                ScriptedServer.start(script -> script.send("220 hello").stall())) {
            connect(anonymous(server.host(), server.port()));
            server.awaitConnections(1);
            assertThat(onFx(() -> connection.attemptedProperty().isNotNull().get()))
                    .isTrue();
            runOnFx(connection::cancel);
            server.awaitDisconnected();

            assertThat(onFx(() -> connection.attemptedProperty().isNull().get()))
                    .isTrue();
            assertThat(onFx(() -> connection.problemProperty().isNull().get())).isTrue();
        }
    }

    @Test
    void explainsAServerThatNeverAnswers() {
        Duration shortly = Duration.ofMillis(300);
        connection = connection(new Timeouts(shortly, shortly, shortly, shortly, shortly, shortly));
        try (ScriptedServer server = ScriptedServer.start(script -> script.stall())) {
            connect(anonymous(server.host(), server.port()));
            waitForProblem();

            assertThat(onFx(() -> connection.problemProperty().get()))
                    .isEqualTo(new Explanation(
                            "The server did not answer.",
                            "Try again; the server may be overloaded or not be an FTP server."));
        }
    }

    @Test
    void disconnects() {
        try (ApacheServer server = ApacheServer.start(folder)) {
            connect(request(server, ApacheServer.PASSWORD, null));
            Connected open = waitForConnected();
            runOnFx(connection::disconnect);
            waitFor("the end", () -> open.session().state() instanceof SessionState.Closed);

            assertThat(onFx(() -> connection.connectedProperty().isNull().get()))
                    .isTrue();
        }
    }

    @Test
    void tellsWithoutAnyUseThatTheServerIsGoneAndThatItIsBack() throws Exception {
        KeepAlive often = new KeepAlive(Duration.ofMillis(100), Duration.ofHours(1));
        connection = connection(new SettingsMaker(
                TlsSettings.of(TrustDecider.STRICT),
                Timeouts.DEFAULT,
                line -> {},
                ConnectionOptions.NONE.withKeepAlive(often)));
        try (ScriptedServer server = ScriptedServer.start(
                script -> greet(script).expect("NOOP").close(),
                script -> greet(script).stall())) {
            connect(anonymous(server.host(), server.port()));
            Connected open = waitForConnected();
            waitFor("the loss", () -> connection.lostProperty().get());

            assertThat(open.session().state()).isInstanceOf(SessionState.Broken.class);
            open.session().submit(FtpClient::startFolder).get(60, TimeUnit.SECONDS);
            waitFor("the end of the loss", () -> !connection.lostProperty().get());
        }
    }

    private static Conversation greet(Conversation script) {
        return script.login().expect("FEAT").send("500 no").expect("PWD").send("257 \"/\"");
    }

    private void connect(ConnectRequest request) {
        runOnFx(() -> connection.connect(request));
    }

    private Connected waitForConnected() {
        waitFor("the connection", () -> connection.connectedProperty().get() != null);
        return onFx(() -> connection.connectedProperty().get());
    }

    private void waitForProblem() {
        waitFor("the problem", () -> connection.problemProperty().get() != null);
    }

    private static ConnectRequest request(
            ApacheServer server, @Nullable String password, @Nullable String remoteFolder) {
        return new ConnectRequest(
                "test",
                new Server(server.host(), server.port(), Security.PLAIN),
                ApacheServer.USER,
                password,
                DataMode.AUTOMATIC,
                StandardCharsets.UTF_8,
                "",
                remoteFolder == null ? null : RemotePath.of(remoteFolder));
    }

    private static ConnectRequest proxied(SiteProxy proxy) {
        return new ConnectRequest(
                "test",
                new Server("ftp.example.org", 21, Security.PLAIN),
                "",
                null,
                DataMode.AUTOMATIC,
                StandardCharsets.UTF_8,
                "",
                null,
                SiteOptions.DEFAULT.withNetwork(new NetworkOptions(
                        DataAddressRules.STRICT, ActiveRules.DEFAULT, proxy, 30, DuringTransfers.PROVEN)));
    }

    private static ConnectRequest anonymous(String host, int port) {
        return new ConnectRequest(
                host,
                new Server(host, port, Security.PLAIN),
                "",
                null,
                DataMode.AUTOMATIC,
                StandardCharsets.UTF_8,
                "",
                null);
    }
}
