// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.settings.Appearance;
import io.github.twinport.settings.WindowBounds;
import io.github.twinport.support.ApacheServer;
import io.github.twinport.support.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the window says when connecting does not work; it stays usable, which another connection proves. */
class ConnectFailureTest extends WindowTest {

    @BeforeEach
    void open() throws IOException {
        open(Appearance.LIGHT, new WindowBounds(0, 0, 960, 640, false));
    }

    @Test
    void aWrongPasswordIsAskedForAgainWithTheReason() throws Exception {
        try (var server = ApacheServer.start(Files.createDirectories(folder.resolve("served")))) {
            connect(Security.PLAIN, server.host(), server.port(), ApacheServer.USER, "wrong");
            Label reason = find(Label.class, "#password-refusal");
            assertThat(onFx(reason::getText)).startsWith("The server refused the login: 530");
            PasswordField password = find(PasswordField.class, "#password-field");
            waitFor("the password field", password::isFocused);
            screenshot(password.getScene(), "window-wrong-password");
            write(ApacheServer.PASSWORD);
            robot.clickOn(find(Button.class, "#password-connect"));

            awaitConnected(Security.PLAIN);
        }
    }

    @Test
    void anUnknownHostIsExplained() throws Exception {
        connect(Security.EXPLICIT_TLS, "no-such-host.invalid", 21, "ada", "secret");

        assertExplained("There is no host named no-such-host.invalid.", "Check the spelling");
        screenshot(window().getScene(), "window-unknown-host");
        assertUsable();
    }

    @Test
    void aPortOnWhichNothingListensIsExplained() throws Exception {
        int port = closedPort();
        connect(Security.PLAIN, "127.0.0.1", port, "ada", "secret");

        assertExplained("No connection to 127.0.0.1:" + port + " could be made.", "Check the host and port");
        assertUsable();
    }

    @Test
    void aServerThatEndsBeforeItsGreetingIsExplained() throws Exception {
        try (var server = ScriptedServer.start(script -> script.close())) {
            connect(Security.PLAIN, server.host(), server.port(), "ada", "secret");

            assertExplained("The server closed the connection before it said anything.", "Check the host and port");
        }
        assertUsable();
    }

    @Test
    void aServerThatNeverAnswersCanBeGivenUp() throws Exception {
        try (var server = ScriptedServer.start(script -> script.stall())) {
            connect(Security.PLAIN, server.host(), server.port(), "ada", "secret");
            robot.clickOn(find(Button.class, "#banner-cancel"));

            waitFor(
                    "the banner to go",
                    () -> !node(Node.class, "#connection-banner").isVisible());
            assertThat(onFx(() -> label("#status-connection").getText())).isEqualTo("Not connected");
        }
        assertUsable();
    }

    private void assertExplained(String what, String advice) {
        Label second = find(Label.class, "#banner-advice");
        assertThat(onFx(() -> label("#banner-what").getText())).isEqualTo(what);
        assertThat(onFx(second::getText)).startsWith(advice);
        assertThat(onFx(() -> label("#status-connection").getText())).isEqualTo("Not connected");
    }

    private void assertUsable() throws IOException {
        try (var server = ApacheServer.start(Files.createDirectories(folder.resolve("served")))) {
            connect(Security.PLAIN, server.host(), server.port(), ApacheServer.USER, ApacheServer.PASSWORD);
            awaitConnected(Security.PLAIN);
            assertThat(onFx(() -> Objects.requireNonNull(window().getScene().lookup("#connection-banner"))
                            .isVisible()))
                    .isFalse();
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
