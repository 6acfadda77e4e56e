// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.settings.Appearance;
import io.github.twinport.settings.WindowBounds;
import io.github.twinport.support.FolderDigest;
import io.github.twinport.support.MixedFiles;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.support.TemporaryFiles;
import io.github.twinport.transfer.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that dies in the middle of a file: what the window says, what lies on the disks, and how it goes on. */
class InterruptedTransferTest extends WindowTest {

    private static final long SIZE = 400_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    @EnumSource
    void aFileCutInTheMiddleIsExplainedAndCompleteAfterARetry(Direction direction) throws Exception {
        RealServer.assume(ServerKind.VSFTPD);
        try (var server = RealServer.start(ServerKind.VSFTPD, RealServer.Options.of(Security.EXPLICIT_TLS))) {
            Path here = Files.createDirectories(folder.resolve("here"));
            boolean upload = direction == Direction.UPLOAD;
            Path source = (upload ? here : server.root()).resolve("big file.bin");
            Path target = (upload ? server.root() : here).resolve("big file.bin");
            MixedFiles.write(source, SIZE, new Random(3));
            server.adopt();
            open(Appearance.LIGHT, new WindowBounds(0, 0, 960, 640, false));
            connect(Security.EXPLICIT_TLS, server.host(), server.port(), RealServer.USER, RealServer.PASSWORD);
            robot.clickOn(find(Button.class, "#certificate-once"));
            awaitConnected(Security.EXPLICIT_TLS);

            robot.clickOn(row(upload ? "local" : "remote", "big file.bin")).type(KeyCode.F5);
            waitFor("the first bytes", () -> length(TemporaryFiles.beside(target)) > 0);
            server.kill();

            await(
                    "the failure",
                    label("#status-queue").textProperty(),
                    text -> text.equals("1 transfer failed"),
                    PATIENCE);
            assertThat(target).doesNotExist();
            assertThat(length(TemporaryFiles.beside(target))).isBetween(1L, SIZE - 1);
            TableView<?> rows = node(TableView.class, "#transfers-table");
            runOnFx(() -> {
                rows.requestFocus();
                rows.getSelectionModel().select(0);
            });
            waitFor("the explanation", () -> label("#transfers-failure-advice").isVisible());
            assertThat(onFx(() -> label("#transfers-failure-what").getText())).isNotEmpty();
            assertThat(onFx(() -> label("#transfers-failure-advice").getText())).isNotEmpty();
            assertThat(onFx(() ->
                            node(Node.class, "#status-bar").getBoundsInParent().getMaxY()))
                    .as("the status bar stays in the window")
                    .isLessThanOrEqualTo(window().getScene().getHeight());
            screenshot(window().getScene(), "window-interrupted-" + direction);

            server.restart();
            robot.clickOn("#transfers-retry");
            awaitTransferred(1, PATIENCE);
            assertThat(FolderDigest.sha256(target)).isEqualTo(FolderDigest.sha256(source));
            assertThat(TemporaryFiles.beside(target)).doesNotExist();
        }
    }

    private static long length(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0; // gone between both questions
        }
    }
}
