// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.settings.Appearance;
import io.github.twinport.support.Display;
import io.github.twinport.support.FolderDigest;
import io.github.twinport.support.MixedFiles;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder dragged from pane to pane with the mouse, both ways, in the real window with the real servers. */
@Tag("display")
class DragTransferTest extends WindowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(100);

    @ParameterizedTest(name = "{0} {1}")
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    @CsvSource({
        "VSFTPD, PLAIN, 300, LIGHT",
        "VSFTPD, EXPLICIT_TLS, 300, DARK",
        "PROFTPD, PLAIN, 300, DARK",
        "PROFTPD, EXPLICIT_TLS, 300, LIGHT",
        "PUREFTPD, PLAIN, 300, LIGHT",
        "PUREFTPD, EXPLICIT_TLS, 300, DARK",
    })
    void aFolderOfMixedFilesIsTheSameAfterItWasDraggedThereAndBack(
            ServerKind kind, Security security, long megabytes, Appearance appearance) throws Exception {
        Display.assume();
        RealServer.assume(kind);
        Path sent = folder.resolve("here/mixed files");
        Path back = Files.createDirectories(folder.resolve("here/back"));
        MixedFiles.make(sent, megabytes * 1_000_000);
        Map<String, String> expected = FolderDigest.of(sent);
        String shot = "drag-" + (kind + "-" + security).toLowerCase(Locale.ROOT);
        try (var server = RealServer.start(kind, RealServer.Options.of(security))) {
            open(appearance);
            connect(security, server.host(), server.port(), RealServer.USER, RealServer.PASSWORD);
            if (security.usesTls()) {
                robot.clickOn(find(Button.class, "#certificate-always"));
            }
            awaitConnected(security);

            robot.drag(row("local", "mixed files")).moveTo(table("remote")).moveBy(5, 5);
            screenshot(window().getScene(), shot + "-over");
            robot.drop();
            awaitTransferred(MixedFiles.COUNT, PATIENCE);
            screenshot(window().getScene(), shot + "-up");
            assertThat(FolderDigest.of(server.root())).hasSize(expected.size() + 1);
            assertThat(FolderDigest.of(server.root().resolve("mixed files")))
                    .as(server::log)
                    .isEqualTo(expected);

            go("local", back.toString());
            waitFor("the empty folder", () -> table("local").getItems().isEmpty());
            robot.drag(row("remote", "mixed files")).moveTo(table("local")).dropBy(5, 5);
            awaitTransferred(2 * MixedFiles.COUNT, PATIENCE);
            row("local", "mixed files");
            screenshot(window().getScene(), shot + "-back");
            assertThat(FolderDigest.of(back)).hasSize(expected.size() + 1);
            assertThat(FolderDigest.of(back.resolve("mixed files")))
                    .as(server::log)
                    .isEqualTo(expected);

            robot.clickOn("#tab-log");
            ListView<?> log = find(ListView.class, "#log-list");
            assertThat(onFx(() -> log.getItems().toString()))
                    .contains("STOR", "RETR", "226")
                    .doesNotContain("PASS " + RealServer.PASSWORD);
            screenshot(window().getScene(), shot + "-log");
        }
    }
}
