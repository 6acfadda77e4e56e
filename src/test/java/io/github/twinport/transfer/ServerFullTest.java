// SPDX-License-Identifier: Apache-2.0
package io.github.twinport.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.twinport.files.RemotePath;
import io.github.twinport.ftp.FtpException;
import io.github.twinport.ftp.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server without room pauses its uploads instead of failing each of them. */
class ServerFullTest {

    @TempDir
    Path folder;

    private FakeWorld world;

    @BeforeEach
    void open() throws IOException {
        world = new FakeWorld(folder, 2);
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(folder.resolve(name), "content of " + name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "452,Requested action not taken",
        "552,Exceeded storage allocation",
        "451,Error during write to file: No space left on device",
        "550,Disk quota exceeded"
    })
    void allOfItsUploadsWaitAndGoOn(int code, String text) {
        IOException full = full(code, text);
        world.server.failing("STOR", full, full, full);
        world.add(upload("a"), upload("b"), upload("c"));
        world.run();

        QueueSnapshot paused = world.queue.snapshot();
        assertThat(paused.items()).extracting(TransferItem::state).containsOnly(new TransferState.Paused());
        assertThat(paused.heldServers()).containsExactly(new HeldServer("server", 21, "user"));
        assertThat(paused.notice())
                .isInstanceOfSatisfying(
                        QueueNotice.ServerFull.class,
                        notice -> assertThat(notice.explanation().what()).contains("/a: ", text));
        assertThat(world.queue.end().refused())
                .extracting(item -> item.request().remote().name())
                .contains("a");

        world.server.failures.clear();
        world.queue.release(paused.heldServers());
        world.run();
        assertThat(world.total().done()).isEqualTo(3);
        assertThat(world.server.content("b")).isEqualTo("content of b");
        assertThat(world.queue.snapshot().notice()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {452, 552, 553})
    void aRefusalOfOneFileIsItsOwnWhereASmallerOneHasRoom(int code) throws IOException {
        Files.writeString(folder.resolve("large"), "x".repeat(5_000));
        IOException full = full(code, "quota exceeded");
        world.server.failing("STOR /.large.twinport-part", full, full);
        world.add(upload("large"), upload("a"), upload("b"), upload("c"));
        world.run();

        assertThat(world.state("large"))
                .isInstanceOfSatisfying(
                        TransferState.Failed.class,
                        failed -> assertThat(failed.explanation().what()).contains("quota exceeded"));
        assertThat(world.total().done()).isEqualTo(3);
        assertThat(world.queue.snapshot().heldServers()).isEmpty();
        assertThat(world.queue.snapshot().notice()).isNull();
    }

    @Test
    void whatWasRefusedBesideALargeFileIsTriedAgainAlone() throws IOException {
        Files.writeString(folder.resolve("large"), "x".repeat(5_000));
        IOException full = full(452, "No space left on device");
        world.server
                .failing("STOR /.large.twinport-part", full, full)
                .failing("STOR /.a.twinport-part", full)
                .failing("STOR /.b.twinport-part", full);
        world.add(upload("large"), upload("a"), upload("b"), upload("c"));
        world.run();

        assertThat(world.state("large")).isInstanceOf(TransferState.Failed.class);
        assertThat(world.total().done()).isEqualTo(3);
        assertThat(world.queue.snapshot().heldServers()).isEmpty();
    }

    @Test
    void theSmallestOfTheOthersIsTriedFirst() throws IOException {
        Files.writeString(folder.resolve("large"), "x".repeat(5_000));
        Files.writeString(folder.resolve("medium"), "x".repeat(4_000));
        Files.writeString(folder.resolve("other"), "x".repeat(3_000));
        IOException full = full(552, "no room");
        world.server
                .failing("STOR /.large.twinport-part", full, full)
                .failing("STOR /.medium.twinport-part", full, full)
                .failing("STOR /.a.twinport-part", full, full);
        world.add(upload("large"), upload("medium"), upload("other"), upload("a"));
        world.run();

        assertThat(world.queue.snapshot().heldServers()).hasSize(1);
        assertThat(world.server.log).noneMatch(line -> line.startsWith("STOR") && line.contains("other"));
        assertThat(world.queue.end().refused())
                .extracting(item -> item.request().remote().name())
                .containsExactlyInAnyOrder("large", "medium", "a");
    }

    @Test
    void theOnlyFileFailsAndNothingElseIsHeld() {
        world.server.failing("STOR", full(552, "no room"));
        world.add(upload("a"));
        world.run();

        assertThat(world.state("a")).isInstanceOf(TransferState.Failed.class);
        world.add(upload("b"));
        world.run();
        assertThat(world.state("b")).isEqualTo(new TransferState.Done());
    }

    @Test
    void aProbeThatTheUserTakesAwayIsReplaced() throws IOException {
        Files.writeString(folder.resolve("large"), "x".repeat(5_000));
        Files.writeString(folder.resolve("tiny"), "x");
        IOException full = full(552, "no room");
        world.server.failing("STOR /.large.twinport-part", full, full);
        world.add(upload("large"), upload("a"), upload("b"), upload("tiny"));
        world.queue.pause(world.ids("tiny"));
        world.step();
        world.queue.pause(world.ids("a"));
        world.run();

        assertThat(world.state("large")).isInstanceOf(TransferState.Failed.class);
        assertThat(world.state("b")).isEqualTo(new TransferState.Done());
        assertThat(world.state("a")).isEqualTo(new TransferState.Paused());
    }

    @Test
    void aRefusedFileThatTheUserCancelsIsForgotten() throws IOException {
        world.server.failing("STOR /.a.twinport-part", full(552, "no room"));
        world.add(upload("a"), upload("b"));
        world.step();
        world.queue.cancel(world.ids("a"));
        world.run();

        assertThat(world.state("a")).isEqualTo(new TransferState.Cancelled());
        assertThat(world.state("b")).isEqualTo(new TransferState.Done());
        assertThat(world.queue.snapshot().heldServers()).isEmpty();
    }

    @Test
    void aRefusalForAnotherReasonIsTheFilesOwn() {
        world.server
                .failing("STOR /.a.twinport-part", FakeServer.refused(553))
                .failing("STOR /a.twinport-part", FakeServer.refused(553))
                .failing("STOR /twinport-part-a", FakeServer.refused(553))
                .failing("STOR /a", FakeServer.refused(553));
        world.add(upload("a"), upload("b"));
        world.run();

        assertThat(world.total().failed()).isEqualTo(1);
        assertThat(world.total().done()).isEqualTo(1);
        assertThat(world.queue.snapshot().heldServers()).isEmpty();
    }

    @Test
    void aDownloadIsNotStoppedByWhatTheServerHasNoRoomFor() {
        world.server.file("x", 10).failing("RETR", FakeServer.refused(552));
        world.add(world.download("x"));
        world.run();

        assertThat(world.total().failed()).isEqualTo(1);
        assertThat(world.queue.snapshot().heldServers()).isEmpty();
    }

    /** An upload of a file whose length is known, as commands and panes know it. */
    private TransferRequest upload(String name) {
        Path file = folder.resolve(name);
        return new TransferRequest(
                world.connection,
                Direction.UPLOAD,
                file,
                RemotePath.of(name),
                false,
                file.toFile().length());
    }

    private static IOException full(int code, String text) {
        return new FtpException.Refused("STOR", new Reply(code, List.of(text)));
    }
}
