// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.ftp.Security;
import io.github.twinport.support.RealServer;
import io.github.twinport.support.ServerKind;
import io.github.twinport.transfer.rules.Verification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RealServerTransferTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "VSFTPD,PLAIN",
        "VSFTPD,EXPLICIT_TLS",
        "PROFTPD,PLAIN",
        "PROFTPD,EXPLICIT_TLS",
        "PUREFTPD,PLAIN",
        "PUREFTPD,EXPLICIT_TLS"
    })
    void aFolderGoesBothWaysUnchanged(ServerKind kind, Security security) throws Exception {
        RealServer.assume(kind);
        SampleTree.make(folder.resolve("tree"));
        if (kind != ServerKind.PUREFTPD) {
            Files.writeString(folder.resolve("tree").resolve(SampleTree.BACKSLASH), "no separator here");
        }
        try (var server = RealServer.start(kind, RealServer.Options.of(security));
                var transfers = new RealTransfers(server.host(), server.port(), security, 4)) {
            transfers.upload(folder.resolve("tree"), "/up", true);
            QueueSnapshot up = transfers.awaitEnd();
            assertThat(up.total().failed()).as(() -> up + server.log()).isZero();
            assertThat(SampleTree.fingerprint(server.root().resolve("up"), true))
                    .isEqualTo(SampleTree.fingerprint(folder.resolve("tree"), true));
            transfers.download(folder.resolve("back"), "/up", true);
            QueueSnapshot back = transfers.awaitEnd();
            assertThat(back.total().failed()).as(() -> back + server.log()).isZero();
        }

        assertThat(SampleTree.fingerprint(folder.resolve("back"), true))
                .isEqualTo(SampleTree.fingerprint(folder.resolve("tree"), true));
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"VSFTPD", "PROFTPD", "PUREFTPD"})
    void aServerWithFewConnectionsIsNotAskedForMore(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        try (var server = RealServer.start(
                        kind, RealServer.Options.of(Security.PLAIN).maxClients(2));
                var transfers = new RealTransfers(server.host(), server.port(), Security.PLAIN, 5)) {
            for (int i = 0; i < 20; i++) {
                Files.write(server.root().resolve("file" + i), new byte[100_000]);
            }
            server.adopt();
            transfers.download(folder.resolve("all"), "/", true);
            QueueSnapshot end = transfers.awaitEnd();

            assertThat(end.total().failed()).as(() -> end + server.log()).isZero();
            assertThat(end.total().done()).isEqualTo(20);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"VSFTPD", "PROFTPD", "PUREFTPD"})
    void anUploadThatIsPausedInTheMiddleGoesOn(ServerKind kind) throws Exception {
        RealServer.assume(kind);
        byte[] bytes = new byte[60_000_000];
        new Random(11).nextBytes(bytes);
        Files.write(folder.resolve("big"), bytes);
        try (var server = RealServer.start(kind, RealServer.Options.of(Security.PLAIN));
                var transfers = new RealTransfers(server.host(), server.port(), Security.PLAIN, 1)) {
            transfers.upload(folder.resolve("big"), "/big", false);
            transfers.await(now -> now.total().moved() > 0);
            transfers.queue.pauseAll();
            QueueSnapshot paused = transfers.awaitEnd();
            assertThat(paused.total().paused()).isTrue();
            transfers.queue.resumeAll();
            QueueSnapshot end = transfers.awaitEnd();

            assertThat(end.total().done()).as(() -> end + server.log()).isEqualTo(1);
            assertThat(Files.readAllBytes(server.root().resolve("big"))).isEqualTo(bytes);
            assertThat(server.root()).isDirectoryNotContaining("glob:**twinport-part");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Security.class,
            names = {"PLAIN", "EXPLICIT_TLS"})
    void whatArrivedIsComparedWithTheDigestOfTheServer(Security security) throws Exception {
        RealServer.assume(ServerKind.PROFTPD);
        byte[] bytes = new byte[30_000_000];
        new Random(12).nextBytes(bytes);
        Files.write(folder.resolve("big"), bytes);
        try (var server = RealServer.start(ServerKind.PROFTPD, RealServer.Options.of(security));
                var transfers = new RealTransfers(server.host(), server.port(), security, 1)) {
            transfers.rules = transfers.rules.withVerification(Verification.ALWAYS);
            transfers.upload(folder.resolve("big"), "/big", false);
            transfers.awaitEnd();
            transfers.download(folder.resolve("back"), "/big", false);
            QueueSnapshot end = transfers.awaitEnd();

            assertThat(end.total().done()).as(() -> end + server.log()).isEqualTo(2);
            assertThat(transfers.log)
                    .filteredOn(line -> line.contains(" HASH /"))
                    .hasSize(2);
            assertThat(transfers.log)
                    .filteredOn(line -> line.contains("SHA-256 0-"))
                    .hasSize(2);
        }
        assertThat(Files.readAllBytes(folder.resolve("back"))).isEqualTo(bytes);
    }
}
